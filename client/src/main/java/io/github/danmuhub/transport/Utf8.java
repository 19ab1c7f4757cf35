package io.github.danmuhub.transport;

/** UTF-8 read byte by byte (RFC 3629 §4), so that the first bad byte is noticed at once. */
final class Utf8 {
  private static final int TAIL_LEAST = 0x80;
  private static final int TAIL_MOST = 0xbf;

  private int missing;
  private int least;
  private int most;

  /**
   * Whether a text may go on with this byte.
   *
   * @param next 0 to 255
   */
  boolean accepts(int next) {
    if (missing == 0) {
      return next < 0x80 || begins(next);
    }
    boolean good = next >= least && next <= most;
    least = TAIL_LEAST;
    most = TAIL_MOST;
    missing--;
    return good;
  }

  /** Neither longer than needed, nor half a surrogate pair, nor beyond U+10FFFF. */
  private boolean begins(int lead) {
    least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : TAIL_LEAST;
    most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : TAIL_MOST;
    missing = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    return missing > 0;
  }

  /** Whether a text may end here; the next byte begins another. */
  boolean ends() {
    boolean whole = missing == 0;
    missing = 0;
    return whole;
  }
}
