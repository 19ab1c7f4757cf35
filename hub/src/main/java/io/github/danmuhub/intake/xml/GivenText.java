package io.github.danmuhub.intake.xml;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a parser was given lately, so that another can go on behind the place where it stopped.
 * Offsets count characters from the beginning of the text. One thread.
 */
final class GivenText {
  private static final String ROOT = "<i>";
  private static final int LONGEST_NAME = 8;

  /** The longest element, in characters. */
  private static final int LONGEST = 1 << 20;

  /** So much is kept of what is done with: to forget it more often would cost more than it. */
  private static final int FORGET = 1 << 16;

  private static final int CHUNK = 1 << 13;
  private static final Pattern ELEMENT =
      Pattern.compile("<(?:d|gift|sc|guard|toast|s|o)(?=[\\s/>])");

  private final Reader text;
  private final StringBuilder kept = new StringBuilder();
  private final char[] chunk = new char[CHUNK];
  private long from;
  private @Nullable IOException broken;

  GivenText(Reader text) {
    this.text = text;
  }

  /** For the first parser. */
  Reader whole() {
    return new Given(0, "");
  }

  /** For another: the text from {@code offset} on, which is kept, in a root of its own. */
  Reader resumed(long offset) {
    return new Given(offset, ROOT);
  }

  /** Where in the text a parser of {@link #resumed} is, by what it counts itself. */
  static long offset(long resumed, int counted) {
    return resumed - ROOT.length() + Integer.toUnsignedLong(counted);
  }

  /** What stands before {@code offset} is never asked for again; it is dropped now and then. */
  void forget(long offset) {
    if (offset - from > FORGET) {
      drop(offset);
    }
  }

  /** The same, dropped at once. */
  void drop(long offset) {
    kept.delete(0, (int) (offset - from));
    from = offset;
  }

  /** Where the next element of a message begins, at {@code offset} or later; -1 where none does. */
  long nextElement(long offset) throws IOException {
    int searched = at(offset);
    while (true) {
      Matcher element = ELEMENT.matcher(kept);
      if (element.find(searched)) {
        return from + element.start();
      }
      int tail = Math.max(searched, kept.length() - LONGEST_NAME);
      kept.delete(0, tail);
      from += tail;
      searched = 0;
      if (!more()) {
        return -1;
      }
    }
  }

  /** Behind the last tag that ends before {@code offset}: parsers tell it a little too late. */
  long tagEnd(long offset) {
    return from + kept.lastIndexOf(">", at(offset) - 1) + 1;
  }

  private int at(long offset) {
    return (int) Math.min(kept.length(), Math.max(0, offset - from));
  }

  /** Whether nothing but the end of the root stands behind {@code offset}. */
  boolean isOver(long offset) {
    while (kept.substring(at(offset)).replace("</i>", "").isBlank()) {
      if (!more()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the file could not be read to its end. */
  boolean isBroken() {
    return broken != null;
  }

  private boolean more() {
    try {
      int read = text.read(chunk, 0, CHUNK);
      kept.append(chunk, 0, Math.max(0, read));
      return read > 0;
    } catch (IOException e) {
      broken = e;
      return false;
    }
  }

  private final class Given extends Reader {
    private String before;
    private long at;

    Given(long offset, String before) {
      this.at = offset;
      this.before = before;
    }

    @Override
    public int read(char[] out, int start, int length) throws IOException {
      if (!before.isEmpty()) {
        out[start] = before.charAt(0);
        before = before.substring(1);
        return 1;
      }
      if (at - from > LONGEST) {
        throw new IOException("an element is too long");
      }
      if (at - from >= kept.length() && !more()) {
        return -1;
      }
      int first = (int) (at - from);
      int count = Math.min(length, kept.length() - first);
      kept.getChars(first, first + count, out, start);
      at += count;
      return count;
    }

    @Override
    public void close() {}
  }
}
