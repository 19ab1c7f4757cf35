package io.github.danmuhub.cookie;

import java.util.List;

/** One way to write cookies down. */
interface CookieFormat {
  /**
   * The cookies of a text, as far as it is of this format; none where it is of another.
   *
   * @param text without blanks at its ends
   * @throws NoCookieException if it is of this format, but broken
   */
  List<SavedCookie> read(String text) throws NoCookieException;
}
