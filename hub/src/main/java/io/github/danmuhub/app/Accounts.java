package io.github.danmuhub.app;

import io.github.danmuhub.platform.Credentials;

/** The user's account on each platform. Any thread; may read a file. */
@FunctionalInterface
public interface Accounts {
  /** A visitor without an account, everywhere. */
  Accounts NONE = platform -> Credentials.NONE;

  /**
   * Asked anew at each opening of a room, so that a renewed cookie counts from then on.
   *
   * @param platform its id
   * @return {@link Credentials#NONE} where the user has none
   */
  Credentials of(String platform);
}
