package io.github.danmuhub.browser.room;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * What a page tells, on its way to the room's loop: {@value #UNHEARD} frames and answers of it at
 * most. Any thread.
 */
final class RoomLine {
  private static final int UNHEARD = 8_192;

  private final Loop room;
  private final SocketListener listener;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger unheard = new AtomicInteger();

  RoomLine(Loop room, SocketListener listener) {
    this.room = room;
    this.listener = listener;
  }

  boolean isOver() {
    return ended.get();
  }

  void open(Socket socket) {
    room.execute(() -> listener.onOpen(socket));
  }

  /**
   * Tells the room.
   *
   * @return false where it is too far behind to be told
   */
  boolean tell(Consumer<SocketListener> news) {
    if (unheard.incrementAndGet() > UNHEARD) {
      return false;
    }
    room.execute(
        () -> {
          unheard.decrementAndGet();
          if (!ended.get()) {
            news.accept(listener);
          }
        });
    return true;
  }

  /** Tells the room the end, once; whether this was it. */
  boolean end(String why) {
    boolean first = ended.compareAndSet(false, true);
    if (first) {
      room.execute(() -> listener.onClosed(Closed.gone(why)));
    }
    return first;
  }
}
