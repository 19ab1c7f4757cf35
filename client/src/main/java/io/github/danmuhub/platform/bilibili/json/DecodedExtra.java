package io.github.danmuhub.platform.bilibili.json;

import io.github.danmuhub.event.Chat.Emote;
import io.github.danmuhub.wire.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link ChatExtra} from the decoded string. A scan finds the wanted keys at its top level; a
 * parser starts only where a value needs one. Broken text gives what was found before it.
 */
final class DecodedExtra {
  /** One message: more emoticons than this cannot stand in it. */
  private static final int EMOTES = 256;

  private final char[] text;
  private final int end;
  private int at;

  private @Nullable String id;
  private @Nullable String replyId;
  private @Nullable String replyName;
  private List<Emote> emotes = List.of();

  private DecodedExtra(char[] text, int offset, int length) {
    this.text = text;
    at = offset;
    end = offset + length;
  }

  static ChatExtra scan(char[] text, int offset, int length) {
    DecodedExtra extra = new DecodedExtra(text, offset, length);
    extra.scan();
    return ChatExtra.of(extra.id, extra.replyId, extra.replyName, extra.emotes);
  }

  private void scan() {
    int depth = 0;
    while (at < end) {
      switch (text[at++]) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> string(depth);
        default -> {}
      }
    }
  }

  /** Passes a string; what stands before a colon is a key. */
  private void string(int depth) {
    int from = at;
    passString();
    int length = at - 1 - from;
    passSpace();
    if (depth == 1 && at < end && text[at] == ':') {
      at++;
      passSpace();
      key(from, length);
    }
  }

  private void key(int from, int length) {
    ExtraKey key = ExtraKey.of(length);
    if (key == null || !is(key.text, from)) {
      return;
    }
    switch (key) {
      case EMOTES -> readEmotes();
      case ID -> id = value();
      case REPLY_ID -> replyId = value();
      case REPLY_NAME -> replyName = value();
    }
  }

  private boolean is(String name, int from) {
    for (int i = 0; i < name.length(); i++) {
      if (text[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void passString() {
    while (at < end && text[at] != '"') {
      at += text[at] == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, end);
  }

  private void passSpace() {
    while (at < end && text[at] <= ' ') {
      at++;
    }
  }

  /** The string or number here; the scan passes it afterwards. */
  private @Nullable String value() {
    if (at < end && text[at] == '"') {
      int close = at + 1;
      while (close < end && text[close] != '"' && text[close] != '\\') {
        close++;
      }
      return close < end && text[close] == '"'
          ? new String(text, at + 1, close - at - 1)
          : parsedValue();
    }
    int after = at;
    while (after < end && text[after] >= '0' && text[after] <= '9') {
      after++;
    }
    return after == at ? null : new String(text, at, after - at);
  }

  private @Nullable String parsedValue() {
    try (JsonCursor in = JsonCursor.over(text, at, end - at)) {
      return in.id();
    } catch (IOException broken) {
      return null;
    }
  }

  private void readEmotes() {
    if (at >= end || text[at] != '{') {
      return;
    }
    try (JsonCursor in = JsonCursor.over(text, at, end - at)) {
      List<Emote> found = new ArrayList<>();
      for (String key = in.firstField(); key != null; key = in.field()) {
        String url = url(in);
        if (url != null && found.size() < EMOTES) {
          found.add(new Emote(key, url));
        }
      }
      emotes = List.copyOf(found);
    } catch (IOException broken) {
      emotes = List.of();
    }
  }

  private static @Nullable String url(JsonCursor in) throws IOException {
    String url = null;
    for (String f = in.firstField(); f != null; f = in.field()) {
      if (f.equals("url")) {
        url = in.words();
      }
    }
    return url;
  }
}
