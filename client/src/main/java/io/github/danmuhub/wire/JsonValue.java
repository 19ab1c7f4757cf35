package io.github.danmuhub.wire;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The value at which a {@link JsonCursor} stands: one of the wrong type reads as its default, since
 * the platform changes types without notice.
 */
abstract sealed class JsonValue permits JsonCursor {
  /** The digits that certainly fit into a long. */
  private static final int LONG_DIGITS = 18;

  private static final Base64Variant BASE64 = Base64Variants.MIME_NO_LINEFEEDS.withPaddingAllowed();

  final JsonParser parser;
  @Nullable JsonToken token;

  JsonValue(JsonParser parser) throws IOException {
    this.parser = parser;
    token = parser.nextToken();
  }

  /** The current value as text: a string, or a number's digits; null for anything else. */
  public final @Nullable String text() throws IOException {
    return token == JsonToken.VALUE_STRING || isNumber() ? parser.getText() : null;
  }

  /** As {@link #text}, without a new string where it is {@code before} again. */
  public final @Nullable String text(@Nullable String before) throws IOException {
    return before != null && isText(before) ? before : text();
  }

  private boolean isText(String expected) throws IOException {
    boolean told = token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
    if (!told || parser.getTextLength() != expected.length()) {
      return false;
    }
    char[] text = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    for (int i = 0; i < expected.length(); i++) {
      if (text[offset + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** As {@link #text}, with the empty text as null. */
  public final @Nullable String words() throws IOException {
    return words(null);
  }

  /** As {@link #words()}, without a new string where it is {@code before} again. */
  public final @Nullable String words(@Nullable String before) throws IOException {
    String text = text(before);
    return text == null || text.isEmpty() ? null : text;
  }

  /** The current value as an id: exact digits or a string; null where it is empty or nothing. */
  public final @Nullable String id() throws IOException {
    return id(null);
  }

  /** As {@link #id()}, without a new string where it is {@code before} again. */
  public final @Nullable String id(@Nullable String before) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT && isZero()) {
      return "0";
    }
    return token == JsonToken.VALUE_NUMBER_FLOAT ? null : words(before);
  }

  /** The current value as a whole number: a number or a string of digits; else 0. */
  public final long number() throws IOException {
    return number(0);
  }

  /** As {@link #number()}, with {@code otherwise} for what is no number or beyond a long. */
  public final long number(long otherwise) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return exact(otherwise);
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return (long) parser.getDoubleValue();
    }
    return token == JsonToken.VALUE_STRING ? digits(otherwise) : otherwise;
  }

  /** As {@link #number()}, but never beyond an int. */
  public final int integer() throws IOException {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number()));
  }

  /** True for {@code true} and for any number but 0. */
  public final boolean flag() throws IOException {
    return token == JsonToken.VALUE_TRUE || number() != 0;
  }

  /** What a reader of long strings wants of the current one; null where there is no string. */
  public final <T> @Nullable T string(StringReading<T> reading) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      return null;
    }
    return parser instanceof MessageParser message
        ? message.string(reading)
        : reading.decoded(
            parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** The current value as the bytes that it is base64 of. */
  public final byte[] base64() throws IOException, MalformedException {
    if (token != JsonToken.VALUE_STRING) {
      throw new MalformedException("base64 text is missing");
    }
    return parser.getBinaryValue(BASE64);
  }

  /** "0", which means no user, is common: no new string is made for it. */
  private boolean isZero() throws IOException {
    return parser.getTextLength() == 1 && parser.getTextCharacters()[parser.getTextOffset()] == '0';
  }

  private boolean isNumber() {
    return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
  }

  private long exact(long otherwise) throws IOException {
    try {
      return parser.getLongValue();
    } catch (InputCoercionException beyondLong) {
      return otherwise;
    }
  }

  private long digits(long otherwise) throws IOException {
    char[] text = parser.getTextCharacters();
    int at = parser.getTextOffset();
    int end = at + parser.getTextLength();
    boolean negative = at < end && text[at] == '-';
    at += negative ? 1 : 0;
    if (at == end || end - at > LONG_DIGITS) {
      return otherwise;
    }
    long value = 0;
    for (; at < end; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }
}
