package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

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
  private final Message message = new Message();
  private @Nullable Closed ours;
  private @Nullable String failure;
  private boolean opened;
  private boolean ended;

  WebSocketLink(WebSocketInternal socket, SocketListener listener) {
    this.socket = socket;
    this.listener = listener;
    socket.frameHandler(this::onFrame);
    socket.exceptionHandler(this::onFailure);
    socket.closeHandler(ignored -> onEnd());
  }

  /** Told when the handshake is through; the first frame may be faster. */
  void onOpen() {
    if (!opened) {
      opened = true;
      socket.setWriteQueueMaxSize(Limits.SEND_QUEUE);
      listener.onOpen(this);
    }
  }

  /** Told when the dial failed. */
  void onRefused(Closed why) {
    if (!ended) {
      ended = true;
      listener.onClosed(why);
    }
  }

  private void onFrame(WebSocketFrame frame) {
    onOpen();
    if (ours != null) {
      return;
    }
    ByteBuffer bytes = Channels.view(frame.binaryData());
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
      close(1006, Limits.DOES_NOT_READ);
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
      close(1009, "a message is larger than " + Limits.FRAME_WORDS);
    } else if (whole) {
      listener.onFrame(message.kind(), message.end());
    }
  }

  private void onFailure(Throwable why) {
    if (ours == null && why instanceof CorruptedWebSocketFrameException broken) {
      ours = new Closed(broken.closeStatus().code(), Failures.words(broken), null);
    } else if (failure == null) {
      failure = Failures.words(why);
    }
  }

  private void onEnd() {
    onRefused(ours != null ? ours : theirs());
  }

  private Closed theirs() {
    Short code = socket.closeStatusCode();
    String reason = socket.closeReason();
    String words = reason != null && !reason.isEmpty() ? reason : failure;
    return new Closed(code == null ? 1006 : code, words == null ? "" : words, null);
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    if (ours != null || socket.isClosed()) {
      return;
    }
    if (socket.writeQueueFull()) {
      close(1006, Limits.DOES_NOT_READ);
      return;
    }
    switch (kind) {
      case BINARY -> socket.writeFrame(WebSocketFrame.binaryFrame(Channels.copy(bytes), true));
      case TEXT ->
          socket.writeFrame(WebSocketFrame.textFrame(UTF_8.decode(bytes.duplicate()) + "", true));
      case PING -> socket.writePing(Channels.copy(bytes));
      case PONG -> socket.writePong(Channels.copy(bytes));
      case POLLED -> throw new IllegalArgumentException("a polled answer goes over no socket");
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
      socket.close((short) code, Limits.closeReason(reason));
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
