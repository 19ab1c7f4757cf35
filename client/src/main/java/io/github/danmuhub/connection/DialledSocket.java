package io.github.danmuhub.connection;

import io.github.danmuhub.platform.CloseCode;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.net.URI;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One dialled socket, from the dial to the loss. Whatever comes after hanging up is ignored, so a
 * late callback from an old socket cannot affect a new one. On the room's loop.
 */
final class DialledSocket implements SocketListener {
  private final RoomLifecycle life;
  private final Connecting connecting;
  private @Nullable Socket socket;
  private boolean open;
  private boolean up = true;

  DialledSocket(RoomLifecycle life, Connecting connecting) {
    this.life = life;
    this.connecting = connecting;
  }

  boolean isUp() {
    return up;
  }

  /** Whether frames come as answers over HTTP. */
  boolean isPolled() {
    return connecting.dial() instanceof Dial.Polling;
  }

  void send(FrameKind kind, ByteBuffer bytes) {
    if (up && socket != null) {
      life.tap().sent(kind, bytes);
      socket.send(kind, bytes);
    }
  }

  /** An answer over HTTP, which counts as a frame of a polled room. */
  void polled(URI url, HttpReply reply) {
    if (isPolled() && reply.status() != 0) {
      life.tap().polled(url, reply);
    }
  }

  /** Hangs up in order. */
  void close() {
    end(Closed.by(CloseCode.NORMAL, ""));
    if (socket != null) {
      socket.close(CloseCode.NORMAL, "");
    }
  }

  /** Hangs up without a word. */
  void drop() {
    end(Closed.gone(""));
    if (socket != null) {
      socket.drop("");
    }
  }

  private void end(Closed why) {
    if (up && open) {
      life.tap().closed(why);
    }
    up = false;
  }

  @Override
  public void onOpen(Socket opened) {
    if (!up) {
      opened.close(CloseCode.NORMAL, "");
      return;
    }
    socket = opened;
    opened();
  }

  /** The socket is open; polling needs none. */
  void opened() {
    open = true;
    life.tap().opened(connecting.dial());
    connecting.opened();
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (up) {
      life.tap().received(kind, bytes);
      life.session().frame(kind, bytes);
    }
  }

  @Override
  public void onClosed(Closed why) {
    if (!up) {
      return;
    }
    end(why);
    HttpReply refusal = why.refusal();
    int code = refusal == null ? why.code() : refusal.status();
    String words = words(why, life.session().explain(why));
    life.lost(life.session().closed(why), new Loss(code, words));
  }

  private static String words(Closed why, String explained) {
    return explained.isEmpty() ? bareWords(why) : bareWords(why) + ": " + explained;
  }

  private static String bareWords(Closed why) {
    if (why.refusal() != null) {
      return "the handshake was refused with HTTP " + why.refusal().status();
    }
    return "the connection is gone" + (why.reason().isEmpty() ? "" : ": " + why.reason());
  }
}
