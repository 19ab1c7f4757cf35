package io.github.danmuhub.rpc.client;

/**
 * What a page is called by.
 *
 * @param group what it can do, in the user's word: the pages of one group stand in for each other
 * @param id one of the group
 */
public record ClientName(String group, String id) {
  private static final int LONGEST = 128;

  /** Whether a group, an id or an action may be called so. */
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
