package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy of a few lines: CONNECT and SOCKS5 with a password. Whatever it is asked for, it leads to
 * one port of this machine.
 */
final class TestProxy implements AutoCloseable {
  /** What it was asked for, and how the client introduced itself. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;

  TestProxy(int target) throws IOException {
    this.target = target;
    daemon("test proxy", this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() throws IOException {
    while (true) {
      java.net.Socket client = server.accept();
      daemon("test proxy connection", () -> connect(client));
    }
  }

  private void connect(java.net.Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    int first = in.read();
    if (first == 5) {
      socks5(in, out);
    } else {
      http((char) first, in, out);
    }
    java.net.Socket end = new java.net.Socket(InetAddress.getLoopbackAddress(), target);
    daemon("test proxy back", () -> pipe(end.getInputStream(), out, client));
    pipe(in, end.getOutputStream(), end);
  }

  private void http(char first, DataInputStream in, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder().append(first);
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    head.toString()
        .lines()
        .filter(line -> line.startsWith("CONNECT") || line.startsWith("proxy-authorization"))
        .forEach(asked::add);
    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
  }

  /** RFC 1928, RFC 1929. */
  private void socks5(DataInputStream in, OutputStream out) throws IOException {
    in.readNBytes(in.readUnsignedByte());
    out.write(new byte[] {5, 2});
    in.readUnsignedByte();
    asked.add(string(in) + ":" + string(in));
    out.write(new byte[] {1, 0});
    in.readNBytes(4); // version, connect, reserved, by name
    asked.add(string(in) + ":" + in.readUnsignedShort());
    out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
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

  private interface Task {
    void run() throws IOException;
  }

  private static void daemon(String name, Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException closed) {
                return; // the test is over
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
