package io.github.danmuhub.intake.xml;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** How a file's text is encoded, by its first bytes: what it declares itself is often not so. */
final class TextEncoding {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final char REPLACEMENT = '\ufffd';

  private TextEncoding() {}

  static Charset of(byte[] head) {
    if (startsWith(head, 0xff, 0xfe)) {
      return UTF_16LE;
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return UTF_16BE;
    }
    return isRatherGb(head) ? GB18030 : UTF_8;
  }

  private static boolean startsWith(byte[] head, int first, int second) {
    return head.length > 1 && (head[0] & 0xff) == first && (head[1] & 0xff) == second;
  }

  /** Single bad bytes occur in good UTF-8; GBK makes most of its characters bad. */
  private static boolean isRatherGb(byte[] head) {
    String text = new String(head, UTF_8);
    long bad = text.chars().filter(c -> c == REPLACEMENT).count();
    long foreign = text.chars().filter(c -> c > 0x7f).count();
    return bad > 1 && bad * 4 > foreign && bad > gbFaults(head);
  }

  private static long gbFaults(byte[] head) {
    return new String(head, GB18030).chars().filter(c -> c == REPLACEMENT).count();
  }

  /** Leaves out what is none of {@code charset}'s characters. */
  static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.IGNORE)
        .onUnmappableCharacter(CodingErrorAction.IGNORE);
  }

  /** The beginning of a text, whatever is wrong in it. */
  static String text(byte[] head) {
    CharBuffer text = of(head).decode(ByteBuffer.wrap(head));
    return text.toString();
  }
}
