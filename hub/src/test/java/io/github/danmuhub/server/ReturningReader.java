package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One WebSocket that asks for what it missed, and holds each number that it gets against those that
 * it has to get: every {@code step}-th up to the last. It takes bytes apart as they come.
 */
final class ReturningReader {
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(ISO_8859_1);
  private static final byte[] SEQ = "\"seq\":".getBytes(ISO_8859_1);
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final byte[] PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};
  private static final int LENGTH_FOLLOWS = 126;
  private static final int HEAD = 4;

  final SocketChannel socket = SocketChannel.open();
  private final long last;
  private final long step;
  private long next;
  private long count;
  private String wrong = "";

  private boolean open;
  private int matched;
  private int headBytes;
  private int length;
  private int payload;
  private long seq = -1;

  /**
   * @param first the number of its first event
   * @param last after which it has to get no more
   */
  ReturningReader(int port, String path, long first, long step, long last) throws IOException {
    this.next = first;
    this.step = step;
    this.last = last;
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String handshake = FanOutReaders.HANDSHAKE.replace("/ws", path);
    socket.write(ByteBuffer.wrap(handshake.getBytes(ISO_8859_1)));
    socket.configureBlocking(false);
  }

  /** Whether it has all that it missed. */
  boolean isWhole() {
    return next > last && wrong.isEmpty();
  }

  boolean isOver() {
    return isWhole() || !wrong.isEmpty();
  }

  /** What it got that it should not have got, or did not get; empty for nothing. */
  String wrong() {
    return wrong;
  }

  /** How many events of those that it missed. */
  long count() {
    return count;
  }

  void read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    if (socket.read(buffer) < 0) {
      fail("the hub closed it");
    }
    buffer.flip();
    while (buffer.hasRemaining()) {
      byte each = buffer.get();
      if (!open) {
        handshake(each);
      } else if (payload == 0) {
        frameHead(each);
      } else {
        payload--;
        text(each);
      }
    }
  }

  private void handshake(byte each) {
    matched = each == HEAD_END[matched] ? matched + 1 : each == HEAD_END[0] ? 1 : 0;
    open = matched == HEAD_END.length;
    matched = open ? 0 : matched;
  }

  /** RFC 6455, 5.2: no frame of the hub's is masked, and none is of more than 65,535 bytes. */
  private void frameHead(byte each) throws IOException {
    int value = each & 0xff;
    headBytes++;
    if (headBytes == 1) {
      answer(value & 0xf);
    } else if (headBytes == 2) {
      length = value == LENGTH_FOLLOWS ? 0 : value;
      headBytes += value == LENGTH_FOLLOWS ? 0 : 2;
    } else if (headBytes > 2) {
      length = length << 8 | value;
    }
    if (headBytes == HEAD) {
      payload = length;
      headBytes = 0;
    }
  }

  private void answer(int opcode) throws IOException {
    if (opcode == CLOSE) {
      fail("it was sent away after " + count);
    } else if (opcode == PING) {
      socket.write(ByteBuffer.wrap(PONG));
    }
  }

  private void text(byte each) {
    if (seq >= 0) {
      if (each >= '0' && each <= '9') {
        seq = seq * 10 + each - '0';
      } else {
        event(seq);
        seq = -1;
      }
      return;
    }
    matched = each == SEQ[matched] ? matched + 1 : each == SEQ[0] ? 1 : 0;
    if (matched == SEQ.length) {
      matched = 0;
      seq = 0;
    }
  }

  private void event(long number) {
    if (number > last) {
      return;
    }
    if (number != next) {
      fail("got " + number + " and not " + next);
    }
    count++;
    next = number + step;
  }

  private void fail(String why) {
    wrong = wrong.isEmpty() && next <= last ? why : wrong;
  }
}
