package io.github.danmuhub.server.net;

import io.github.danmuhub.text.Phrase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one loop that all doors of a hub live on, as others see it: they wait for what it does. */
public final class HubLoop {
  private static final Logger LOG = LoggerFactory.getLogger(HubLoop.class);
  private static final long OPENING_SECONDS = 10;

  private final Vertx vertx = HubThreads.vertx();
  private final Context loop = vertx.getOrCreateContext();

  /** Its Vert.x, which has no other loop. */
  public Vertx vertx() {
    return vertx;
  }

  /** Where doors, readers and sockets may be touched. */
  public Context context() {
    return loop;
  }

  /** Does it there. */
  public <T> Future<T> run(Supplier<Future<T>> task) {
    Promise<T> promise = Promise.promise();
    loop.runOnContext(now -> task.get().onComplete(promise));
    return promise.future();
  }

  /**
   * Opens a port; blocks until it is open.
   *
   * @param where the port, in the user's words
   */
  public void open(HttpServer server, String where) throws ListenException {
    Future<HttpServer> open = run(server::listen);
    try {
      open.toCompletionStage().toCompletableFuture().get(OPENING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ListenException(where, words(e), e);
    } catch (TimeoutException e) {
      throw new ListenException(where, Phrase.of("listen.slow"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ListenException(where, Phrase.of("listen.interrupted"), e);
    }
  }

  private static Phrase words(ExecutionException e) {
    Throwable cause = e.getCause();
    return cause instanceof BindException
        ? Phrase.of("listen.taken", String.valueOf(cause.getMessage()))
        : Phrase.said(cause);
  }

  /** Ends the loop; whatever lives on it should have ended. */
  public Future<Void> end() {
    return vertx.close();
  }

  /**
   * Waits for something to end, however it ends.
   *
   * @param deadline by {@link System#nanoTime}
   */
  public static void await(Future<?> ending, long deadline) {
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      ending.toCompletionStage().toCompletableFuture().get(left, TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("closing the doors: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
