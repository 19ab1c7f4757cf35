package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A server of raw bytes: reads each client's request to its empty line, then does its worst. */
final class HostileServer implements AutoCloseable {
  /** What it sent before the client cut it off. */
  final AtomicLong sent = new AtomicLong();

  /** Completes when a client would hear no more. */
  final CompletableFuture<Void> cutOff = new CompletableFuture<>();

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Talk talk;

  /** Writes until it is done, or the client is gone. */
  interface Answer {
    void write(String request, OutputStream out) throws IOException;
  }

  /** The same, and reads what the client says meanwhile. */
  interface Talk {
    void hold(String request, InputStream in, OutputStream out) throws IOException;
  }

  HostileServer(Answer answer) throws IOException {
    this((request, in, out) -> answer.write(request, out));
  }

  HostileServer(Talk talk) throws IOException {
    this.talk = talk;
    Daemons.start("hostile server", this::serve);
  }

  /** {@code head}, then {@code part} over and over. */
  static HostileServer endless(String head, String part) throws IOException {
    return new HostileServer(
        (request, out) -> {
          out.write(head.getBytes(ISO_8859_1));
          while (true) {
            out.write(part.getBytes(ISO_8859_1));
          }
        });
  }

  /** RFC 6455 §4.2.2: the answer that opens the WebSocket. */
  static byte[] switchingProtocols(String request) throws IOException {
    String key = request.replaceAll("(?is).*sec-websocket-key: *(\\S+).*", "$1");
    String accept = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(accept.getBytes(ISO_8859_1));
      String head =
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + Base64.getEncoder().encodeToString(digest)
              + "\r\n\r\n";
      return head.getBytes(ISO_8859_1);
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  /** A chunk of one byte now and then, until the client is gone. */
  static void dripForEver(OutputStream out) throws IOException {
    while (true) {
      LockSupport.parkNanos(20_000_000);
      out.write("1\r\nx\r\n".getBytes(ISO_8859_1));
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() throws IOException {
    while (true) {
      java.net.Socket client = server.accept();
      Daemons.start("hostile server connection", () -> answer(client));
    }
  }

  private void answer(java.net.Socket client) throws IOException {
    try (client) {
      StringBuilder request = new StringBuilder();
      while (request.indexOf("\r\n\r\n") < 0) {
        int next = client.getInputStream().read();
        if (next < 0) {
          return;
        }
        request.append((char) next);
      }
      talk.hold(request.toString(), client.getInputStream(), counted(client.getOutputStream()));
    } catch (IOException gone) {
      cutOff.complete(null);
    }
  }

  private OutputStream counted(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        sent.addAndGet(length);
      }
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
