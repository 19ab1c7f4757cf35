package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicLong;

/** A client that does what no WebSocket library would; with a small receive buffer. */
public final class RawSocket implements AutoCloseable {
  static final int TEXT = 0x81;
  static final int PING = 0x89;
  private static final int CLOSE = 0x88;
  static final int RSV1 = 0x40;
  private static final int TIMEOUT_MS = 10_000;

  private final Socket socket = new Socket();
  private final InputStream in;

  RawSocket(int port) throws IOException {
    socket.setReceiveBufferSize(65_536);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(TIMEOUT_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** A connection on which that is sent, and nothing read. */
  public static RawSocket saying(int port, String text) throws IOException {
    return new RawSocket(port).send(text);
  }

  /** A WebSocket at {@code path}; {@code headers} are whole lines. Its answer is not read. */
  public static RawSocket upgrade(int port, String path, String... headers) throws IOException {
    RawSocket socket = new RawSocket(port);
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    socket.send(
        ("GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + more
            + "\r\n"));
    return socket;
  }

  RawSocket send(String text) throws IOException {
    return send(text.getBytes(UTF_8));
  }

  RawSocket send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
    return this;
  }

  /** A frame of less than 64 KiB with a mask of zeros. */
  static byte[] frame(int head, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head);
    if (payload.length < 126) {
      out.write(0x80 | payload.length);
    } else {
      out.write(0x80 | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    }
    out.writeBytes(new byte[4]);
    out.writeBytes(payload);
    return out.toByteArray();
  }

  /**
   * Sends {@code bytes} again and again on a thread of its own, reading nothing, until {@code
   * total} were taken or the connection broke.
   *
   * @return how many were taken so far
   */
  AtomicLong flood(byte[] bytes, long total) {
    AtomicLong taken = new AtomicLong();
    Thread thread =
        new Thread(
            () -> {
              try {
                while (taken.get() < total) {
                  send(bytes);
                  taken.addAndGet(bytes.length);
                }
              } catch (IOException e) {
                Thread.currentThread().interrupt(); // the test is over, and closed it
              }
            },
            "flood");
    thread.setDaemon(true);
    thread.start();
    return taken;
  }

  /** All that comes until the connection ends. */
  public byte[] readAll() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    } catch (SocketException e) {
      return out.toByteArray(); // a reset is an end too
    }
    return out.toByteArray();
  }

  /** What comes up to and with {@code wanted}, which is ASCII. */
  public String readUntil(String wanted) throws IOException {
    StringBuilder all = new StringBuilder();
    while (all.indexOf(wanted, Math.max(0, all.length() - wanted.length())) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new AssertionError("ended without " + wanted + " after " + all);
      }
      all.append((char) next);
    }
    return all.toString();
  }

  /** Of the close frame, and what comes before it is skipped. */
  int readCloseCode() throws IOException {
    DataInputStream frames = new DataInputStream(in);
    while (true) {
      int head = frames.readUnsignedByte();
      int length = frames.readUnsignedByte();
      if (head == CLOSE) {
        return frames.readUnsignedShort();
      }
      frames.skipNBytes(length == 126 ? frames.readUnsignedShort() : length);
    }
  }

  /** So many bytes, whatever they are. */
  void skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
