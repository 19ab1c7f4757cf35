package io.github.danmuhub.platform.bilibili.json;

import org.jspecify.annotations.Nullable;

/** The keys of a {@link ChatExtra}; no two have the same length, so the length identifies a key. */
enum ExtraKey {
  EMOTES("emots"),
  ID("id_str"),
  REPLY_ID("reply_mid"),
  REPLY_NAME("reply_uname");

  final String text;

  ExtraKey(String text) {
    this.text = text;
  }

  /** The only key that a name of that length can be; null where there is none. */
  static @Nullable ExtraKey of(int length) {
    return switch (length) {
      case 5 -> EMOTES;
      case 6 -> ID;
      case 9 -> REPLY_ID;
      case 11 -> REPLY_NAME;
      default -> null;
    };
  }
}
