package io.github.danmuhub.platform.bilibili.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.PlainRun;
import io.github.danmuhub.wire.StringReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link ChatExtra} where it lies in the message. It is JSON in a JSON string, so each of its
 * quotes stands there as {@code \"} and each of its backslashes as {@code \\}. A user's text is a
 * string inside, whose quotes are {@code \\\"}: it can forge no key. One pass over the usual, with
 * nothing decoded; false for all else (emoticons, escapes where they matter, broken text), which
 * {@link DecodedExtra} reads. UTF-8 is not checked.
 */
final class RawExtra implements StringReading.Raw<ChatExtra> {
  private final byte[] json;
  private final int end;
  private int at;

  private @Nullable String id;
  private @Nullable String replyId;
  private @Nullable String replyName;

  /** From the first character of the string to the end of the message. */
  RawExtra(byte[] json, int at, int end) {
    this.json = json;
    this.at = at;
    this.end = end;
  }

  @Override
  public int after() {
    return at;
  }

  @Override
  public ChatExtra found() {
    return ChatExtra.of(id, replyId, replyName, List.of());
  }

  @Override
  public boolean scan() {
    int depth = 0;
    while (at < end) {
      byte b = json[at++];
      switch (b) {
        case '"' -> {
          return true;
        }
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '\\' -> string(depth);
        default -> {
          if (b <= ' ') {
            return false;
          }
        }
      }
    }
    return false;
  }

  private void giveUpOnEmotes() {
    if (byteAt(at) == '{') {
      giveUp();
    }
  }

  /** So that the scan does not find the end. */
  private void giveUp() {
    at = end;
  }

  /** Passes a string inside, from its quote; what stands before a colon is a key. */
  private void string(int depth) {
    int from = at + 1;
    int close = byteAt(at) == '"' ? close(from) : end;
    at = Math.min(close + 2, end);
    if (depth == 1 && byteAt(at) == ':') {
      at++;
      key(from, close - from);
    }
  }

  /** Where the {@code \"} stands that ends the string inside; the end if that is not clear. */
  private int close(int from) {
    int i = PlainRun.end(json, from, end);
    while (byteAt(i) == '\\' && byteAt(i + 1) == '\\') {
      i = PlainRun.end(json, escaped(i + 2), end);
    }
    return byteAt(i) == '\\' && byteAt(i + 1) == '"' ? i : end;
  }

  /** Behind the character that an inner backslash escapes; the end if that is not clear. */
  private int escaped(int i) {
    int b = byteAt(i);
    if (b == '\\') {
      int next = byteAt(i + 1);
      return next == '"' || next == '\\' ? i + 2 : end;
    }
    return b == '"' || (b >= 0 && b < ' ') ? end : i + 1;
  }

  /** A wanted value is left to the scan to pass. */
  private void key(int from, int length) {
    ExtraKey key = ExtraKey.of(length);
    if (key == null || !is(key.text, from)) {
      return;
    }
    switch (key) {
      case EMOTES -> giveUpOnEmotes();
      case ID -> id = value();
      case REPLY_ID -> replyId = value();
      case REPLY_NAME -> replyName = value();
    }
  }

  private boolean is(String name, int from) {
    for (int i = 0; i < name.length(); i++) {
      if (json[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The string or number here, as it stands there. */
  private @Nullable String value() {
    if (byteAt(at) == '\\') {
      return stringValue(at + 2);
    }
    int after = at;
    while (byteAt(after) >= '0' && byteAt(after) <= '9') {
      after++;
    }
    return after == at ? null : new String(json, at, after - at, ISO_8859_1);
  }

  private @Nullable String stringValue(int from) {
    int close = from;
    while (close < end && json[close] != '\\') {
      close++;
    }
    if (byteAt(close + 1) != '"') {
      giveUp();
      return null;
    }
    return new String(json, from, close - from, UTF_8);
  }

  private int byteAt(int i) {
    return i < end ? json[i] : 0;
  }
}
