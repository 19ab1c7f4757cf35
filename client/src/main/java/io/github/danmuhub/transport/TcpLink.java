package io.github.danmuhub.transport;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.wire.MalformedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import java.nio.ByteBuffer;

/** One end of a byte stream that is cut into frames, client or server. */
final class TcpLink implements Socket {
  private final NetSocketInternal socket;
  private final TcpFrames frames;
  private final SocketListener listener;
  private final Ending ending;
  private String failure = "the other side closed the connection";

  TcpLink(NetSocketInternal socket, Framing framing, SocketListener listener) {
    this.socket = socket;
    this.frames = new TcpFrames(framing);
    this.listener = listener;
    this.ending = new Ending(listener);
    socket.setWriteQueueMaxSize(SocketBounds.SEND_QUEUE);
    socket.handler(this::onBytes);
    socket.exceptionHandler(why -> failure = FailureWords.words(why));
    socket.closeHandler(ignored -> ending.tell(Closed.gone(failure)));
  }

  void onOpen() {
    listener.onOpen(this);
  }

  private void onBytes(Buffer chunk) {
    try {
      frames.feed(NettyChannels.view(chunk), this::onFrame);
    } catch (MalformedException lost) {
      drop(lost.why());
    }
  }

  private void onFrame(ByteBuffer frame) {
    if (!ending.hasBegun()) {
      listener.onFrame(FrameKind.BINARY, frame);
    }
  }

  /** The kind is ignored: a byte stream knows only bytes. */
  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    if (ending.hasBegun()) {
      return;
    }
    if (socket.writeQueueFull()) {
      drop(SocketBounds.DOES_NOT_READ);
    } else {
      socket.write(NettyChannels.copy(bytes));
    }
  }

  @Override
  public void close(int code, String reason) {
    if (ending.begin(Closed.by(code, reason))) {
      socket.close();
    }
  }

  @Override
  public void drop(String why) {
    if (ending.begin(Closed.gone(why))) {
      NettyChannels.drop(socket.channelHandlerContext());
    }
  }

  @Override
  public void reset() {
    if (ending.begin(Closed.gone("reset"))) {
      NettyChannels.reset(socket.channelHandlerContext());
    }
  }
}
