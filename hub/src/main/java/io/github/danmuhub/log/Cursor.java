package io.github.danmuhub.log;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a hub's log, opaque to clients: after the event {@code seq}. In text {@code HUB-SEQ},
 * such as {@code 3f9c01ab77d2e410-1234}.
 *
 * @param hub whose log
 * @param seq the last event that the reader has; 0 before the first
 */
public record Cursor(String hub, long seq) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})-([0-9]{1,18})");
  private static final int HUB_BYTES = 8;

  /** The name of another hub than any before. */
  static String newHub() {
    byte[] bytes = new byte[HUB_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Reads the text of a cursor.
   *
   * @throws CursorException where it is not a cursor at all
   */
  public static Cursor parse(String text) throws CursorException {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new CursorException(
          CursorException.Reason.MALFORMED,
          "this is not a cursor; take one from an answer of this hub, or leave it out");
    }
    return new Cursor(matcher.group(1), Long.parseLong(matcher.group(2)));
  }

  @Override
  public String toString() {
    return hub + "-" + seq;
  }
}
