package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy of a few lines: CONNECT, plain HTTP and SOCKS5, all with a password. Whatever it is asked
 * for, it leads to one port of this machine.
 */
public final class TestProxy implements AutoCloseable {
  public static final String LOGIN = "user:p@ss";

  /** What it was asked for: {@code host:port}, or the first line of a plain request. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  private final List<java.net.Socket> open = new ArrayList<>();
  private final ServerSocket server;
  private final int target;
  private volatile boolean refusing;

  /** On a free port. */
  public TestProxy(int target) throws IOException {
    this(0, target);
  }

  public TestProxy(int port, int target) throws IOException {
    this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    Daemons.start("test proxy", this::serve);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From now on it leads nowhere, and says so. */
  TestProxy refusing() {
    refusing = true;
    return this;
  }

  private void serve() throws IOException {
    while (true) {
      java.net.Socket client = server.accept();
      keep(client);
      Daemons.start("test proxy connection", () -> connect(client));
    }
  }

  private synchronized void keep(java.net.Socket socket) throws IOException {
    open.add(socket);
    if (server.isClosed()) {
      socket.close();
    }
  }

  private void connect(java.net.Socket client) throws IOException {
    try (client) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      int first = in.readUnsignedByte();
      String toForward = first == 5 ? socks5(in, out) : http((char) first, in, out);
      java.net.Socket end = new java.net.Socket(InetAddress.getLoopbackAddress(), target);
      keep(end);
      end.getOutputStream().write(toForward.getBytes(ISO_8859_1));
      Daemons.start("test proxy back", () -> pipe(end.getInputStream(), out, client));
      pipe(in, end.getOutputStream(), end);
    }
  }

  /** Gives what is to be forwarded: nothing of a CONNECT, all of a plain request. */
  private String http(char first, DataInputStream in, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder().append(first);
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    String line = head.substring(0, head.indexOf(" HTTP/1.1"));
    boolean tunnel = line.startsWith("CONNECT ");
    asked.add(tunnel ? line.substring("CONNECT ".length()) : line);
    String login = Base64.getEncoder().encodeToString(LOGIN.getBytes(UTF_8));
    if (head.indexOf("Basic " + login) < 0) {
      refuse(out, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    } else if (refusing) {
      refuse(out, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    }
    out.write((tunnel ? "HTTP/1.1 200 OK\r\n\r\n" : "").getBytes(ISO_8859_1));
    return tunnel ? "" : head.toString();
  }

  /** RFC 1928, RFC 1929. */
  private String socks5(DataInputStream in, OutputStream out) throws IOException {
    in.readNBytes(in.readUnsignedByte());
    out.write(new byte[] {5, 2});
    in.readUnsignedByte();
    if (!(string(in) + ":" + string(in)).equals(LOGIN)) {
      refuse(out, "\1\1");
    }
    out.write(new byte[] {1, 0});
    in.readNBytes(4); // version, connect, reserved, by name
    asked.add(string(in) + ":" + in.readUnsignedShort());
    if (refusing) {
      refuse(out, "\5\2\0\1\177\0\0\1\0\0");
    }
    out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
    return "";
  }

  private static void refuse(OutputStream out, String answer) throws IOException {
    out.write(answer.getBytes(ISO_8859_1));
    throw new EOFException("refused");
  }

  private static String string(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readUnsignedByte()), ISO_8859_1);
  }

  private static void pipe(InputStream in, OutputStream out, java.net.Socket end)
      throws IOException {
    try (end) {
      in.transferTo(out);
    }
  }

  /** Gone, with all that went through it. */
  @Override
  public synchronized void close() throws IOException {
    server.close();
    for (java.net.Socket socket : open) {
      socket.close();
    }
  }
}
