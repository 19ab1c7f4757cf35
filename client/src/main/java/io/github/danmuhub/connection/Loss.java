package io.github.danmuhub.connection;

/**
 * Why a room is not heard, or will not be any more.
 *
 * @param code of the platform or the protocol; 0 where there is none
 * @param why in words
 */
record Loss(int code, String why) {

  /** Without a code. */
  static Loss ours(String why) {
    return new Loss(0, why);
  }
}
