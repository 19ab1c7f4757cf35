package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code [0, 0, 0, 26]} as programs print arrays of bytes, signed or not; {@code Uint8Array(4) [0,
 * 0]} of the browser's console; {@code {"0":0,"1":26}} and {@code {"type":"Buffer","data":[…]}} of
 * its JSON.
 */
final class Numbers implements Dress {
  private static final Pattern FRONT =
      Pattern.compile(
          "^\\s*(?:(?:Uint8Array|Int8Array|Buffer|bytearray|bytes)\\s*(?:\\(\\d*\\))?\\s*)?");
  private static final Pattern NODE =
      Pattern.compile(
          "\\{\\s*\"type\"\\s*:\\s*\"Buffer\"\\s*,\\s*\"data\"\\s*:\\s*(\\[[^]]*\\])\\s*\\}");
  private static final Pattern KEYED =
      Pattern.compile("\\{\\s*\"0\"\\s*:\\s*\\d+\\s*(?:,\\s*\"\\d+\"\\s*:\\s*\\d+\\s*)*\\}");
  private static final Pattern LIST =
      Pattern.compile("[\\[({]\\s*(-?\\d{1,3}(?:\\s*,\\s*-?\\d{1,3})*)\\s*,?\\s*[\\])}]");

  @Override
  public Optional<byte[]> read(String text) throws MalformedException {
    Matcher node = NODE.matcher(text.strip());
    String bare = node.matches() ? node.group(1) : FRONT.matcher(text).replaceFirst("").strip();
    if (KEYED.matcher(bare).matches()) {
      bare = "[" + bare.substring(1, bare.length() - 1).replaceAll("\"\\d+\"\\s*:", "") + "]";
    }
    Matcher list = LIST.matcher(bare);
    return list.matches() ? bytes(list.group(1)) : Optional.empty();
  }

  private static Optional<byte[]> bytes(String numbers) throws MalformedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String number : numbers.split("\\s*,\\s*", -1)) {
      int value = Integer.parseInt(number.strip());
      if (value < -128 || value > 255) {
        throw new MalformedException("a list of numbers, but " + value + " is no byte");
      }
      out.write(value);
    }
    return Optional.of(out.toByteArray());
  }
}
