package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.wire.MalformedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One end of a byte stream that is cut into frames, client or server. */
final class TcpLink implements Socket {
  private final NetSocketInternal socket;
  private final TcpFrames frames;
  private final SocketListener listener;
  private @Nullable Closed ours;
  private String failure = "the other side closed the connection";
  private boolean ended;

  TcpLink(NetSocketInternal socket, Framing framing, SocketListener listener) {
    this.socket = socket;
    this.frames = new TcpFrames(framing);
    this.listener = listener;
    socket.setWriteQueueMaxSize(Limits.SEND_QUEUE);
    socket.handler(this::onBytes);
    socket.exceptionHandler(why -> failure = Failures.words(why));
    socket.closeHandler(ignored -> onEnd());
  }

  void onOpen() {
    listener.onOpen(this);
  }

  private void onBytes(Buffer chunk) {
    try {
      frames.feed(Channels.view(chunk), this::onFrame);
    } catch (MalformedException lost) {
      close(1006, lost.why());
    }
  }

  private void onFrame(ByteBuffer frame) {
    if (ours == null) {
      listener.onFrame(FrameKind.BINARY, frame);
    }
  }

  private void onEnd() {
    if (!ended) {
      ended = true;
      listener.onClosed(ours != null ? ours : new Closed(1006, failure, null));
    }
  }

  /** Whatever the kind: a byte stream knows only bytes. */
  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    if (ours != null || ended) {
      return;
    }
    if (socket.writeQueueFull()) {
      close(1006, Limits.DOES_NOT_READ);
    } else {
      socket.write(Channels.copy(bytes));
    }
  }

  @Override
  public void close(int code, String reason) {
    if (ours != null || ended) {
      return;
    }
    ours = new Closed(code, reason, null);
    if (code == 1006) {
      Channels.drop(socket.channelHandlerContext());
    } else {
      socket.close();
    }
  }

  @Override
  public void reset() {
    if (!ended) {
      ours = new Closed(1006, "reset", null);
      Channels.reset(socket.channelHandlerContext());
    }
  }
}
