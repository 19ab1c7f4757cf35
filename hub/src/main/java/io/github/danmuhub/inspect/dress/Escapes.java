package io.github.danmuhub.inspect.dress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code \x00\x1a}, also with characters in between, as Python, C and Wireshark write strings. */
final class Escapes implements Dress {
  private static final Pattern PART =
      Pattern.compile(
          "\\\\x([0-9a-fA-F]{2})|\\\\u00([0-9a-fA-F]{2})|\\\\([nrtabfv0\\\\'\"])|([^\\\\])");
  private static final String NAMES = "nrtabfv0\\'\"";
  private static final byte[] VALUES = {10, 13, 9, 7, 8, 12, 11, 0, '\\', '\'', '"'};
  private static final Pattern QUOTES =
      Pattern.compile("^(?:b|bytes|u)?([\"'])(.*)\\1;?$", Pattern.DOTALL);

  @Override
  public Optional<byte[]> read(String text) {
    if (!text.contains("\\x")) {
      return Optional.empty();
    }
    String joined =
        text.strip().replaceAll("\"\\s*\\\\?\\s*\\R\\s*\"", "").replaceAll("\\\\\\R", "");
    Matcher quoted = QUOTES.matcher(joined);
    String inner =
        quoted.matches() ? quoted.group(2) : joined.replaceAll("(?<=\\\\x..)[\\s,]+(?=\\\\x)", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Matcher part = PART.matcher(inner);
    int at = 0;
    while (at < inner.length() && part.region(at, inner.length()).lookingAt()) {
      out.writeBytes(bytes(part));
      at = part.end();
    }
    return at == inner.length() ? Optional.of(out.toByteArray()) : Optional.empty();
  }

  private static byte[] bytes(Matcher part) {
    if (part.group(4) != null) {
      return part.group(4).getBytes(UTF_8);
    }
    String hex = part.group(1) == null ? part.group(2) : part.group(1);
    return hex == null
        ? new byte[] {VALUES[NAMES.indexOf(part.group(3))]}
        : new byte[] {(byte) Integer.parseInt(hex, 16)};
  }
}
