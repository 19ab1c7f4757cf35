package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.wire.JsonCursor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * 高级弹幕, mode 7: instead of a text the message has an array, as JSON in a string, of where and how
 * the text is to be shown: {@code [x, y, "alpha-alpha", seconds, "the text", …]}.
 */
final class PositionedText {
  private static final int TEXT = 4;

  private PositionedText() {}

  /** The text in the array; what is no such array is taken as the text itself. */
  static @Nullable String of(@Nullable String array) {
    if (array == null) {
      return null;
    }
    try (JsonCursor in = JsonCursor.over(array)) {
      String text = in.array() ? element(in) : null;
      return text == null ? array : text;
    } catch (IOException e) {
      return array;
    }
  }

  private static @Nullable String element(JsonCursor in) throws IOException {
    for (int i = 0; in.element(); i++) {
      if (i == TEXT) {
        return in.text();
      }
    }
    return null;
  }
}
