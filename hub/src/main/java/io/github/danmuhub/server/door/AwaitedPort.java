package io.github.danmuhub.server.door;

import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.server.door.Lobby.Port;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A port that is opened as soon as it is free: another program may hold it, perhaps the very one
 * that it stands in for. Meanwhile that is told, and it is tried again every {@value
 * #AGAIN_SECONDS} s. Any thread.
 */
public final class AwaitedPort implements AutoCloseable {
  private static final long AGAIN_SECONDS = 2;

  private final Opening opening;
  private volatile @Nullable Port port;
  private boolean closed;

  /** How it is opened. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Opens it; blocks until it is open.
     *
     * @throws IOException in words, where it cannot be opened
     */
    Port open() throws IOException;
  }

  /** Not open yet. */
  public AwaitedPort(Opening opening) {
    this.opening = opening;
  }

  /**
   * Opens it now, or later; blocks for the first attempt only.
   *
   * @param status hears that it cannot be opened yet, and that it is open after all
   */
  public void open(Vertx vertx, PartStatus status) {
    if (!isDone(status)) {
      openLater(vertx, status);
    }
  }

  private synchronized boolean isDone(PartStatus status) {
    if (closed) {
      return true;
    }
    try {
      port = opening.open();
      return true;
    } catch (IOException e) {
      Phrase why = e instanceof Told ours ? ours.told() : Phrase.said(e.getMessage());
      status.failing(Phrase.of("output.again", why, AGAIN_SECONDS));
      return false;
    }
  }

  private void openLater(Vertx vertx, PartStatus status) {
    vertx
        .timer(AGAIN_SECONDS, TimeUnit.SECONDS)
        .compose(due -> vertx.executeBlocking(() -> isDone(status)))
        .onSuccess(
            done -> {
              if (!done) {
                openLater(vertx, status);
              } else {
                number().ifPresent(open -> status.working(Phrase.of("output.works", open)));
              }
            });
  }

  /** Where it listens; empty while it does not. */
  public Optional<Integer> number() {
    return Optional.ofNullable(port).map(Port::number);
  }

  /** Closes it, and opens it no more; blocks for a moment at most. */
  @Override
  public synchronized void close() {
    closed = true;
    Port open = port;
    if (open != null) {
      open.close();
    }
  }
}
