package io.github.danmuhub.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tagged netstrings: {@code LEN:payload} and a letter that says what it is. What is large is gone
 * through item by item; what is small is read as a value: {@code byte[]}, {@code String}, {@code
 * Long}, {@code Double}, {@code Boolean}, {@code List}, {@code Map}, or {@link #NOTHING}.
 */
final class Tnetstring {
  static final Object NOTHING = new Object();

  private static final int DIGITS = 12;
  private static final int DEPTH = 32;
  private static final int END = -1;

  private final InputStream in;

  Tnetstring(InputStream in) {
    this.in = in;
  }

  /** The length of the next value; -1 at the end of the stream. */
  long length() throws IOException, MalformedException {
    long length = 0;
    for (int digits = 0; digits <= DIGITS; digits++) {
      int c = in.read();
      if (c == ':' && digits > 0) {
        return length;
      }
      if (c == END && digits == 0) {
        return END;
      }
      if (c < '0' || c > '9') {
        throw new MalformedException(c == END ? "cut off" : "no length where a value begins");
      }
      length = length * 10 + c - '0';
    }
    throw new MalformedException("a length of more than " + DIGITS + " digits");
  }

  /** How many bytes a value has, all in all, whose payload has that length. */
  static long whole(long length) {
    return Long.toString(length).length() + 1 + length + 1;
  }

  /** The value of that length, which is small. */
  Object value(long length) throws IOException, MalformedException {
    byte[] payload = in.readNBytes((int) length);
    if (payload.length != length) {
      throw new MalformedException("cut off");
    }
    return value(payload, type(), 0);
  }

  /** The letter after a payload. */
  int type() throws IOException, MalformedException {
    int type = in.read();
    if (type == END) {
      throw new MalformedException("cut off");
    }
    return type;
  }

  void skip(long length) throws IOException, MalformedException {
    for (long left = length; left > 0; ) {
      long n = in.skip(left);
      if (n <= 0 && in.read() == END) {
        throw new MalformedException("cut off");
      }
      left -= Math.max(1, n);
    }
  }

  private static Object value(byte[] payload, int type, int depth) throws MalformedException {
    String text = new String(payload, UTF_8);
    try {
      return switch (type) {
        case ',' -> payload;
        case ';' -> text;
        case '#' -> Long.parseLong(text);
        case '^' -> Double.parseDouble(text);
        case '!' -> text.equals("true");
        case '~' -> NOTHING;
        case ']' -> list(payload, depth);
        case '}' -> map(payload, depth);
        default -> throw new MalformedException("a value of an unknown type");
      };
    } catch (NumberFormatException e) {
      throw new MalformedException("no number where one is said to be");
    }
  }

  private static List<Object> list(byte[] payload, int depth) throws MalformedException {
    if (depth > DEPTH) {
      throw new MalformedException("values within values, more than " + DEPTH);
    }
    List<Object> items = new ArrayList<>();
    int at = 0;
    while (at < payload.length) {
      int colon = at;
      long length = 0;
      while (colon < payload.length && payload[colon] != ':') {
        if (payload[colon] < '0' || payload[colon] > '9' || colon - at >= DIGITS) {
          throw new MalformedException("no length where a value begins");
        }
        length = length * 10 + payload[colon++] - '0';
      }
      long end = colon + 1 + length;
      if (end >= payload.length) {
        throw new MalformedException("a value that ends behind what it stands in");
      }
      byte[] inner = Arrays.copyOfRange(payload, colon + 1, (int) end);
      items.add(value(inner, payload[(int) end], depth + 1));
      at = (int) end + 1;
    }
    return items;
  }

  private static Map<String, Object> map(byte[] payload, int depth) throws MalformedException {
    List<Object> items = list(payload, depth);
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i + 1 < items.size(); i += 2) {
      map.put(text(items.get(i)), items.get(i + 1));
    }
    return map;
  }

  /** A text, which old versions write as bytes. */
  static String text(Object value) {
    return value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value);
  }
}
