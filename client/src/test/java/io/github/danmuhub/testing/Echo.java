package io.github.danmuhub.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The server's end of a socket: sends back what comes, and does as certain texts say. */
public final class Echo implements SocketListener {
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private @Nullable Socket socket;

  /** Completes when the socket has ended, with why. */
  public CompletableFuture<Closed> closed() {
    return closed;
  }

  @Override
  public void onOpen(Socket opened) {
    socket = opened;
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (socket == null || kind == FrameKind.PING || kind == FrameKind.PONG) {
      return;
    }
    switch (bytes.remaining() < 20 ? UTF_8.decode(bytes.duplicate()).toString() : "") {
      case "close" -> socket.close(4000, "bye");
      case "drop" -> socket.drop("dropped");
      case "reset" -> socket.reset();
      case "ping" -> socket.send(FrameKind.PING, ByteBuffer.wrap("are you there".getBytes(UTF_8)));
      default -> socket.send(kind, bytes);
    }
  }

  @Override
  public void onClosed(Closed why) {
    closed.complete(why);
  }
}
