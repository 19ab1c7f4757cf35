package io.github.danmuhub.transport;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/**
 * The two rules of RFC 6455 that Netty's frame decoder does not keep: text is UTF-8, and refused at
 * its first bad byte, be the frame whole or not (§8.1), but where it is compressed; no close code
 * is above 4999 (§7.4.2).
 */
final class FrameRules {
  private static final int MOST_CODE = 4_999;

  private final boolean checksText;
  private final FrameHead head = new FrameHead();
  private final Utf8 utf8 = new Utf8();
  private boolean inHead = true;
  private boolean inText;
  private long read;
  private int code;

  FrameRules(TextFrames texts) {
    this.checksText = texts == TextFrames.CHECKED;
  }

  /**
   * Reads the byte at {@code index} and, where nothing is to be checked, more than that.
   *
   * @return the index of the next byte to read
   * @throws CorruptedWebSocketFrameException where that byte breaks a rule
   */
  int read(ByteBuf bytes, int index) throws CorruptedWebSocketFrameException {
    int next = inHead ? readHead(bytes.getByte(index), index) : readPayload(bytes, index);
    if (!inHead && read == head.payload()) {
      endFrame();
    }
    return next;
  }

  private int readHead(byte next, int index) {
    if (head.add(next)) {
      inHead = false;
      read = 0;
      code = 0;
      if (!head.isControl() && head.opcode() != FrameHead.CONTINUATION) {
        inText = head.opcode() == FrameHead.TEXT && !head.isCompressed();
      }
    }
    return index + 1;
  }

  private int readPayload(ByteBuf bytes, int index) {
    boolean text = checksText && inText && !head.isControl();
    if (text || head.opcode() == FrameHead.CLOSE) {
      check(text, head.unmask(bytes.getByte(index), read++));
      return index + 1;
    }
    int here = bytes.writerIndex() - index;
    long missing = head.payload() - read;
    int skipped = missing < 0 ? here : (int) Math.min(here, missing);
    read += skipped;
    return index + skipped;
  }

  private void check(boolean text, int value) {
    if (text) {
      mustBeText(utf8.accepts(value));
    } else if (read <= Short.BYTES) {
      code = code << Byte.SIZE | value;
      if (code > MOST_CODE) {
        throw new CorruptedWebSocketFrameException(
            WebSocketCloseStatus.PROTOCOL_ERROR, "Invalid close frame status code: " + code);
      }
    }
  }

  private void endFrame() {
    if (checksText && inText && !head.isControl() && head.isFinal()) {
      mustBeText(utf8.ends());
    }
    head.clear();
    inHead = true;
  }

  private static void mustBeText(boolean good) {
    if (!good) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "a text message is not UTF-8");
    }
  }
}
