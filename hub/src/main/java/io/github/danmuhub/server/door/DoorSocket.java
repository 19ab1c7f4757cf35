package io.github.danmuhub.server.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.transport.FragmentAssembler;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.net.impl.VertxConnection;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's WebSocket as the doors speak through it: whole messages, up to a bound. Who does not
 * read is not read from: while what waits to be written is above its mark, nothing is read, pings
 * neither. Nobody else pauses or resumes it, and what its door holds for it is free as soon as it
 * is closed or broken. On the loop only.
 */
public final class DoorSocket {
  private static final Logger LOG = LoggerFactory.getLogger(DoorSocket.class);

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private final VertxConnection connection;
  private final Outflow outflow;
  private final FragmentAssembler message;
  private final Pings pings;
  private Consumer<String> onText = text -> {};
  private Consumer<Buffer> onBinary = bytes -> {};
  private Runnable onDrain = () -> {};
  private Runnable onEnd = () -> {};
  private boolean resting;

  /**
   * @param connection the same one below Vert.x' frames, with the same queue: what goes to many is
   *     framed once for all of them
   * @param maxMessage bytes of a message
   */
  DoorSocket(Vertx vertx, ServerWebSocket socket, VertxConnection connection, int maxMessage) {
    this.vertx = vertx;
    this.socket = socket;
    this.connection = connection;
    this.message = new FragmentAssembler(maxMessage);
    this.outflow = Outflow.of(connection, vertx.getOrCreateContext(), this::onDrained);
    this.pings = Pings.start(vertx, socket, Pings.EVERY_MS);
    socket.frameHandler(this::onFrame);
    socket.exceptionHandler(this::onBroken);
    socket.closeHandler(closed -> end());
  }

  /** Whole messages of text. */
  public void onText(Consumer<String> handler) {
    onText = handler;
  }

  /** Whole messages of bytes. */
  public void onBinary(Consumer<Buffer> handler) {
    onBinary = handler;
  }

  /** What waited is written: there is room again. */
  public void onDrain(Runnable handler) {
    onDrain = handler;
  }

  /** It is closed, or broken and about to be: told once. */
  public void onEnd(Runnable handler) {
    onEnd = handler;
  }

  private void onFrame(WebSocketFrame frame) {
    switch (frame.type()) {
      case TEXT -> begin(FrameKind.TEXT, frame);
      case BINARY -> begin(FrameKind.BINARY, frame);
      case CONTINUATION -> goOn(message.append(bytes(frame)), frame.isFinal());
      case PING, PONG, CLOSE -> {} // Vert.x answers them
    }
    pauseWhereFull();
    if (frame.type() == WebSocketFrameType.PING || frame.type() == WebSocketFrameType.PONG) {
      vertx.runOnContext(
          later -> pauseWhereFull()); // behind each of these Vert.x asks for one more
    }
  }

  private void pauseWhereFull() {
    if (isFull()) {
      socket.pause();
    }
  }

  private void begin(FrameKind kind, WebSocketFrame frame) {
    goOn(message.begin(kind, bytes(frame)), frame.isFinal());
  }

  private static ByteBuffer bytes(WebSocketFrame frame) {
    return ByteBuffer.wrap(frame.binaryData().getBytes());
  }

  private void goOn(boolean fits, boolean whole) {
    if (!fits) {
      refuse(WebSocketCloseStatus.MESSAGE_TOO_BIG);
    } else if (whole) {
      deliver(message.kind(), message.end());
    }
  }

  private void deliver(FrameKind kind, ByteBuffer whole) {
    if (kind == FrameKind.TEXT) {
      onText.accept(UTF_8.decode(whole).toString());
    } else {
      byte[] bytes = new byte[whole.remaining()];
      whole.get(bytes);
      onBinary.accept(Buffer.buffer(bytes));
    }
  }

  /** Reads nothing for so long; {@code over} is told before it reads on. */
  public void rest(long ms, Runnable over) {
    resting = true;
    socket.pause();
    vertx.setTimer(
        ms,
        timer -> {
          resting = false;
          over.run();
          readOn();
        });
  }

  private void onDrained() {
    readOn();
    onDrain.run();
  }

  private void readOn() {
    if (!resting && !isFull()) {
      socket.resume();
    }
  }

  /** Whether it takes no more now. */
  public boolean isFull() {
    return !isClosed() && outflow.isFull();
  }

  /** Whether nothing can be written any more. */
  public boolean isClosed() {
    return socket.isClosed();
  }

  /** Sends it, unless it is closed. */
  public void write(String text) {
    if (!isClosed()) {
      socket.writeTextMessage(text);
    }
  }

  /** Sends it, unless it is closed; it stays the caller's. */
  public void write(FramedText text) {
    if (!isClosed()) {
      text.writeTo(connection);
    }
  }

  /** Sends it, unless it is closed. */
  public void write(Buffer bytes) {
    if (!isClosed()) {
      socket.writeBinaryMessage(bytes);
    }
  }

  /** With a code of RFC 6455, 7.4. */
  public void close(short code, String words) {
    if (!isClosed()) {
      socket.close(code, words);
    }
  }

  /** Vert.x tells of what is broken or too large and leaves the socket open; we close it. */
  private void onBroken(Throwable broken) {
    LOG.debug("A WebSocket broke: {}", broken.getMessage());
    refuse(
        broken instanceof CorruptedWebSocketFrameException frame
            ? frame.closeStatus()
            : WebSocketCloseStatus.MESSAGE_TOO_BIG);
  }

  private void refuse(WebSocketCloseStatus status) {
    close((short) status.code(), "a message is broken, or larger than this hub accepts");
    end();
  }

  private void end() {
    Runnable told = onEnd;
    onEnd = () -> {};
    onText = text -> {};
    onBinary = bytes -> {};
    onDrain = () -> {};
    pings.stop();
    told.run();
  }
}
