package io.github.danmuhub.event;

/**
 * An event with the number that a hub or a recorder gave it.
 *
 * @param seq counts from 1, to {@link #LAST} at most; 0 where it was not numbered
 */
public record Numbered(long seq, LiveEvent event) {
  /** The greatest number, of 18 digits: names of files and cursors know no longer ones. */
  public static final long LAST = 999_999_999_999_999_999L;

  /** Whether an event may have the number {@code seq}; 0 stands for none. */
  public static boolean isNumber(long seq) {
    return seq >= 0 && seq <= LAST;
  }
}
