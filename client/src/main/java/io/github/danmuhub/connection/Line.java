package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.HttpReply;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One dialled socket, from the dial to the loss. Whatever comes after hanging up is ignored: an old
 * socket cannot speak into a new one's time. On the room's loop.
 */
final class Line implements SocketListener {
  /** Closed in order. */
  static final int NORMAL = 1000;

  /** Dropped without a word. */
  static final int DROPPED = 1006;

  private final Life life;
  private final Connecting connecting;
  private @Nullable Socket socket;
  private boolean up = true;

  Line(Life life, Connecting connecting) {
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
      socket.send(kind, bytes);
    }
  }

  void hangUp(int code) {
    up = false;
    if (socket != null) {
      socket.close(code, "");
    }
  }

  @Override
  public void onOpen(Socket opened) {
    if (!up) {
      opened.close(NORMAL, "");
      return;
    }
    socket = opened;
    connecting.opened();
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (up) {
      life.conversation().frame(kind, bytes);
    }
  }

  @Override
  public void onClosed(Closed why) {
    if (!up) {
      return;
    }
    up = false;
    HttpReply refusal = why.refusal();
    int code = refusal == null ? why.code() : refusal.status();
    life.lost(life.conversation().closed(why), code, words(why));
  }

  private static String words(Closed why) {
    if (why.refusal() != null) {
      return "the handshake was refused with HTTP " + why.refusal().status();
    }
    return "the connection is gone" + (why.reason().isEmpty() ? "" : ": " + why.reason());
  }
}
