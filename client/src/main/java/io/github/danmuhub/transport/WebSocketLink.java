package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.CloseCode;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One end of a WebSocket, client or server. Vert.x answers pings by itself, before we hear them.
 */
final class WebSocketLink implements Socket {
  private final WebSocketInternal socket;
  private final SocketListener listener;
  private final FrameBound bound;
  private final FragmentAssembler message;
  private final Ending ending;
  private @Nullable String failure;
  private boolean opened;

  WebSocketLink(WebSocketInternal socket, SocketListener listener, FrameBound bound) {
    this.socket = socket;
    this.listener = listener;
    this.bound = bound;
    this.message = new FragmentAssembler(bound.most());
    this.ending = new Ending(listener);
    socket.frameHandler(this::onFrame);
    socket.exceptionHandler(this::onFailure);
    socket.closeHandler(ignored -> ending.tell(theirs()));
  }

  /** Told when the handshake is through; the first frame may be faster. */
  void onOpen() {
    if (!opened) {
      opened = true;
      socket.setWriteQueueMaxSize(SocketBounds.SEND_QUEUE);
      OversizeFrames.tell(socket.channelHandlerContext().channel(), listener::onSkipped);
      listener.onOpen(this);
    }
  }

  /** Told when the dial failed. */
  void onRefused(Closed why) {
    ending.tell(why);
  }

  private void onFrame(WebSocketFrame frame) {
    onOpen();
    if (ending.hasBegun()) {
      return;
    }
    ByteBuffer bytes = NettyChannels.view(frame.binaryData());
    switch (frame.type()) {
      case BINARY -> begin(FrameKind.BINARY, bytes, frame.isFinal());
      case TEXT -> begin(FrameKind.TEXT, bytes, frame.isFinal());
      case CONTINUATION -> deliver(message.append(bytes), frame.isFinal());
      case PING -> onPing(bytes);
      case PONG -> listener.onFrame(FrameKind.PONG, bytes);
      case CLOSE -> {} // its code and reason come with onEnd
    }
  }

  /**
   * Its pong is on the way already; a peer that only asks and never reads must not fill the queue.
   */
  private void onPing(ByteBuffer bytes) {
    if (socket.writeQueueFull()) {
      drop(SocketBounds.DOES_NOT_READ);
    } else {
      listener.onFrame(FrameKind.PING, bytes);
    }
  }

  private void begin(FrameKind kind, ByteBuffer bytes, boolean whole) {
    if (whole) {
      listener.onFrame(kind, bytes);
    } else {
      deliver(message.begin(kind, bytes), false);
    }
  }

  private void deliver(boolean fits, boolean whole) {
    if (!fits) {
      close(CloseCode.TOO_LARGE, "a message is larger than " + bound.words());
    } else if (whole) {
      listener.onFrame(message.kind(), message.end());
    }
  }

  private void onFailure(Throwable why) {
    if (why instanceof CorruptedWebSocketFrameException frame) {
      close(frame.closeStatus().code(), FailureWords.words(frame));
    } else if (failure == null) {
      failure = FailureWords.words(why);
    }
  }

  private Closed theirs() {
    Short code = socket.closeStatusCode();
    String reason = socket.closeReason();
    String words = reason != null && !reason.isEmpty() ? reason : failure;
    return Closed.by(code == null ? CloseCode.GONE : code, words == null ? "" : words);
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    if (ending.hasBegun() || socket.isClosed()) {
      return;
    }
    if (socket.writeQueueFull()) {
      drop(SocketBounds.DOES_NOT_READ);
      return;
    }
    switch (kind) {
      case BINARY -> socket.writeFrame(WebSocketFrame.binaryFrame(NettyChannels.copy(bytes), true));
      case TEXT ->
          socket.writeFrame(
              WebSocketFrame.textFrame(UTF_8.decode(bytes.duplicate()).toString(), true));
      case PING -> socket.writePing(NettyChannels.copy(bytes));
      case PONG -> socket.writePong(NettyChannels.copy(bytes));
    }
  }

  @Override
  public void close(int code, String reason) {
    if (ending.begin(Closed.by(code, reason))) {
      socket.close((short) code, SocketBounds.closeReason(reason));
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
