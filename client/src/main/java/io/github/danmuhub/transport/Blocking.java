package io.github.danmuhub.transport;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a caller from outside waits for the loops. Never on a loop itself. */
final class Blocking {
  private static final Logger LOG = LoggerFactory.getLogger(Blocking.class);
  private static final long LONGEST_SECONDS = 20;

  private Blocking() {}

  /** Whether the caller is an event loop. */
  static boolean isForbidden() {
    return Context.isOnEventLoopThread();
  }

  static <T> T forResult(Future<T> future) throws IOException {
    if (isForbidden()) {
      throw new IllegalStateException("an event loop must not wait");
    }
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(FailureWords.words(e), e);
    } catch (TimeoutException e) {
      throw new IOException("nothing happened for " + LONGEST_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Waits for an end whose failure changes nothing; a loop does not wait. */
  static void forEnd(Future<?> future) {
    if (isForbidden()) {
      return;
    }
    try {
      forResult(future);
    } catch (IOException e) {
      LOG.warn("closing: {}", e.getMessage());
    }
  }
}
