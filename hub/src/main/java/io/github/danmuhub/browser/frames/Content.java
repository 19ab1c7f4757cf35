package io.github.danmuhub.browser.frames;

/** A frame's content, in few letters; {@code live.js} makes the same. */
final class Content {
  /** So much of it counts, and its length. */
  private static final int MOST = 4_096;

  private static final int BASIS = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private Content() {}

  static String of(String text) {
    int hash = BASIS;
    for (int i = 0; i < Math.min(text.length(), MOST); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return name('t', text.length(), hash);
  }

  static String of(byte[] bytes) {
    int hash = BASIS;
    for (int i = 0; i < Math.min(bytes.length, MOST); i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * PRIME;
    }
    return name('b', bytes.length, hash);
  }

  private static String name(char kind, int length, int hash) {
    return kind + ":" + length + ":" + hash;
  }
}
