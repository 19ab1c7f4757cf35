package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many WebSocket readers in a process of their own. They count bytes; what one of them hears is
 * looked at too. Prints {@code begin}, and after the time of the measurement {@code end}, the bytes
 * of all, the bytes and the events of that one, and the median time of its events, in ms.
 */
final class FanOutReaders {
  private static final Pattern RECEIVED = Pattern.compile("\"received\":\"([0-9T:.-]{19,23}Z)\"");
  private static final int TAIL = 60;
  private static final int PATIENCE_SECONDS = 60;
  static final String HANDSHAKE =
      String.join(
          "\r\n",
          "GET /ws HTTP/1.1",
          "Host: localhost",
          "Connection: Upgrade",
          "Upgrade: websocket",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "",
          "");

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
  private final List<Long> delays = new ArrayList<>();
  private @Nullable SocketChannel first;
  private String tail = "";
  private long bytes;
  private long firstBytes;

  private FanOutReaders() throws IOException {}

  /**
   * Runs.
   *
   * @param args the port, how many, and the seconds before the measurement and of it
   */
  public static void main(String[] args) throws IOException {
    FanOutReaders readers = new FanOutReaders();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      readers.open(Integer.parseInt(args[0]));
    }
    readers.readUntilHeard();
    readers.readFor(Integer.parseInt(args[2]));
    readers.forget();
    System.out.println("begin");
    readers.readFor(Integer.parseInt(args[3]));
    System.out.println("end " + readers.report());
  }

  private void open(int port) throws IOException {
    SocketChannel socket = SocketChannel.open();
    socket.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 18);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.write(ByteBuffer.wrap(HANDSHAKE.getBytes(ISO_8859_1)));
    socket.configureBlocking(false);
    socket.register(selector, SelectionKey.OP_READ);
    if (first == null) {
      first = socket;
    }
  }

  /** A room that was lost to a busy machine comes back by itself. */
  private void readUntilHeard() throws IOException {
    for (int i = 0; first != null && delays.isEmpty() && i < PATIENCE_SECONDS; i++) {
      readFor(1);
    }
  }

  private void readFor(int seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      selector.select(this::read, 1 + left / 1_000_000);
    }
  }

  private void read(SelectionKey key) {
    try {
      SocketChannel socket = (SocketChannel) key.channel();
      buffer.clear();
      int read = socket.read(buffer);
      if (read < 0) {
        throw new IOException("the hub closed a reader");
      }
      bytes += read;
      if (socket == first) {
        listen(read);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void listen(int read) {
    firstBytes += read;
    byte[] heard = new byte[read];
    buffer.flip().get(heard);
    String text = tail + new String(heard, ISO_8859_1);
    long now = System.currentTimeMillis();
    int done = Math.max(0, text.length() - TAIL);
    for (Matcher each = RECEIVED.matcher(text); each.find(); done = Math.max(done, each.end())) {
      delays.add(now - Instant.parse(each.group(1)).toEpochMilli());
    }
    tail = text.substring(done);
  }

  private void forget() {
    bytes = 0;
    firstBytes = 0;
    delays.clear();
  }

  private String report() {
    Collections.sort(delays);
    long median = delays.isEmpty() ? 0 : delays.get(delays.size() / 2);
    return bytes + " " + firstBytes + " " + delays.size() + " " + median;
  }
}
