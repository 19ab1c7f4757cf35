package io.github.danmuhub.intake.xml;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text without what no XML parser lets pass: control characters, half surrogate pairs, references
 * to such, and an {@code &} that begins no reference, which becomes one. Lines stay lines. One
 * thread.
 */
final class CleanReader extends Reader {
  /** The longest reference, with leading zeros. */
  private static final int LONGEST = 16;

  private static final Pattern REFERENCE =
      Pattern.compile("&(?:amp|lt|gt|quot|apos|#0*(\\d{1,7})|#[xX]0*(\\p{XDigit}{1,6}));");
  private static final String BARE = "amp;";

  private final Reader in;
  private final char[] buffer = new char[1 << 14];
  private int at;
  private int end;
  private boolean over;
  private String pending = "";
  private int pendingAt;

  CleanReader(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] out, int from, int length) throws IOException {
    int count = 0;
    while (count < length && more()) {
      int c = pendingAt < pending.length() ? pending.charAt(pendingAt++) : next();
      if (c >= 0) {
        out[from + count++] = (char) c;
      }
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  private boolean more() throws IOException {
    if (pendingAt < pending.length()) {
      return true;
    }
    if (end - at < LONGEST && !over) {
      fill();
    }
    return at < end;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    int read = in.read(buffer, end, buffer.length - end);
    over = read < 0;
    end += Math.max(0, read);
  }

  /** The next character; -1 where it is left out. */
  private int next() {
    char c = buffer[at];
    if (c == '&') {
      return reference();
    }
    at++;
    if (Character.isSurrogate(c)) {
      return surrogate(c);
    }
    return isAllowed(c) ? c : -1;
  }

  private int surrogate(char c) {
    if (at < end && Character.isSurrogatePair(c, buffer[at])) {
      pend(String.valueOf(buffer[at++]));
      return c;
    }
    return -1;
  }

  private int reference() {
    String ahead = new String(buffer, at, Math.min(LONGEST, end - at));
    Matcher reference = REFERENCE.matcher(ahead);
    if (!reference.lookingAt()) {
      at++;
      pend(BARE);
      return '&';
    }
    at += reference.end();
    if (!isAllowed(reference)) {
      return -1;
    }
    pend(reference.group().substring(1));
    return '&';
  }

  private void pend(String text) {
    pending = text;
    pendingAt = 0;
  }

  private static boolean isAllowed(Matcher reference) {
    if (reference.group(1) != null) {
      return isAllowed(Integer.parseInt(reference.group(1)));
    }
    return reference.group(2) == null || isAllowed(Integer.parseInt(reference.group(2), 16));
  }

  /** By XML 1.0. */
  private static boolean isAllowed(int c) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    return c < Character.MIN_SURROGATE
        || (c > Character.MAX_SURROGATE && c < 0xfffe && c != 0xfeff)
        || (c > 0xffff && c <= Character.MAX_CODE_POINT);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
