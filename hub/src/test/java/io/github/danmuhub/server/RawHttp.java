package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Requests that no well-behaved client makes: byte for byte. */
public final class RawHttp {
  private static final int TIMEOUT_MS = 10_000;

  private RawHttp() {}

  /** The answer to {@code request} up to the end of its head, or of the connection. */
  public static String exchange(int port, String request) throws IOException {
    return exchange(InetAddress.getLoopbackAddress(), port, request);
  }

  private static String exchange(InetAddress from, int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return readHead(socket.getInputStream());
    }
  }

  /** A request without a body; {@code headers} are whole lines. */
  public static String request(int port, String method, String path, String... headers)
      throws IOException {
    return requestFrom("127.0.0.1", port, method, path, headers);
  }

  /** The same, from another address of this machine. */
  static String requestFrom(String from, int port, String method, String path, String... headers)
      throws IOException {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    String whole = request.append("Content-Length: 0\r\n\r\n").toString();
    return exchange(InetAddress.getByName(from), port, whole);
  }

  /** The head and as much of the body as its Content-Length says. */
  private static String readHead(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int wanted = Integer.MAX_VALUE;
    while (bytes.size() < wanted) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      bytes.write(next);
      if (wanted == Integer.MAX_VALUE && endsHead(bytes.toString(UTF_8))) {
        wanted = bytes.size() + length(bytes.toString(UTF_8));
      }
    }
    return bytes.toString(UTF_8);
  }

  private static boolean endsHead(String text) {
    return text.endsWith("\r\n\r\n");
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
        .map(line -> Integer.valueOf(line.substring(15).trim()))
        .findFirst()
        .orElse(0);
  }
}
