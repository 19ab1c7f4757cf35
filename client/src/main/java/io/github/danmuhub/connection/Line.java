package io.github.danmuhub.connection;

import io.github.danmuhub.platform.CloseCode;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A room's line to its platform: one dialled socket at a time, or polling that stands for one.
 * Whatever an old socket says after it was hung up is ignored. On the room's loop.
 */
final class Line {
  private final Dialler dialler;
  private final FrameTap tap;
  private @Nullable Dialled dialled;

  Line(Dialler dialler, FrameTap tap) {
    this.dialler = dialler;
    this.tap = tap;
  }

  /** Hears one socket, from the dial to the loss; not what happens after we hang up. */
  interface Listener {
    void opened();

    void frame(FrameKind kind, ByteBuffer bytes);

    /** What the room's page has polled. */
    void answer(HttpCall asked, HttpReply reply);

    void closed(Closed why);
  }

  /** Dials; the line must be down. Polling is open at once. */
  void dial(Dial dial, Listener listener) {
    Dialled fresh = new Dialled(dial, listener);
    dialled = fresh;
    if (dial instanceof Dial.Polling) {
      fresh.opened();
    } else {
      dialler.dial(dial, fresh);
    }
  }

  /** Whether something is dialled, open or not, and was neither lost nor hung up. */
  boolean isUp() {
    return dialled != null;
  }

  /** Whether frames come as answers over HTTP. */
  boolean isPolled() {
    return dialled != null && dialled.dial instanceof Dial.Polling;
  }

  /** Sends a frame; dropped where no socket is open, or it is a page's own. */
  void send(FrameKind kind, ByteBuffer bytes) {
    if (dialled != null && dialled.socket != null && !(dialled.dial instanceof Dial.Browser)) {
      tap.sent(kind, bytes);
      dialled.socket.send(kind, bytes);
    }
  }

  /** Hangs up in order. */
  void close() {
    Socket socket = hangUp(Closed.by(CloseCode.NORMAL, ""));
    if (socket != null) {
      socket.close(CloseCode.NORMAL, "");
    }
  }

  /** Hangs up without a word. */
  void drop() {
    Socket socket = hangUp(Closed.gone(""));
    if (socket != null) {
      socket.drop("");
    }
  }

  /** The socket that was open; null where none was. */
  private @Nullable Socket hangUp(Closed why) {
    Dialled last = dialled;
    dialled = null;
    if (last != null && last.open) {
      tap.closed(why);
    }
    return last == null ? null : last.socket;
  }

  /** One socket. */
  private final class Dialled implements SocketListener {
    private final Dial dial;
    private final Listener listener;
    private @Nullable Socket socket;
    private boolean open;

    Dialled(Dial dial, Listener listener) {
      this.dial = dial;
      this.listener = listener;
    }

    private boolean isUp() {
      return dialled == this;
    }

    @Override
    public void onOpen(Socket opened) {
      if (isUp()) {
        socket = opened;
        opened();
      } else {
        opened.close(CloseCode.NORMAL, "");
      }
    }

    void opened() {
      open = true;
      tap.opened(dial);
      listener.opened();
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      if (isUp()) {
        tap.received(kind, bytes);
        listener.frame(kind, bytes);
      }
    }

    @Override
    public void onAnswer(HttpCall asked, HttpReply reply) {
      if (isUp()) {
        tap.answered(asked, reply);
        listener.answer(asked, reply);
      }
    }

    @Override
    public void onClosed(Closed why) {
      if (isUp()) {
        hangUp(why);
        listener.closed(why);
      }
    }
  }
}
