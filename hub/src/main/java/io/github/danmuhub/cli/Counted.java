package io.github.danmuhub.cli;

/** So many of something, in words: {@code 1 room}, {@code 2 rooms}. */
final class Counted {
  private Counted() {}

  static String of(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
