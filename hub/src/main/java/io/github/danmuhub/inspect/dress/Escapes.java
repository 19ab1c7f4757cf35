package io.github.danmuhub.inspect.dress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code \x00\x1a}, {@code %00%1A}, {@code \000\032}, also with characters in between, as Python,
 * C, JSON, Wireshark and addresses write bytes.
 */
final class Escapes implements Dress {
  private static final Pattern PART =
      Pattern.compile(
          "(?:\\\\x|%)([0-9a-fA-F]{2})|\\\\u00([0-9a-fA-F]{2})|\\\\([0-3][0-7]{2})"
              + "|\\\\([nrtabfv0\\\\'\"])|([^\\\\])");
  private static final String NAMES = "nrtabfv0\\'\"";
  private static final byte[] VALUES = {10, 13, 9, 7, 8, 12, 11, 0, '\\', '\'', '"'};
  private static final Pattern QUOTED =
      Pattern.compile("(?:(?:bytearray|bytes)\\()?[bu$]?([\"'])(.*)\\1\\)?;?", Pattern.DOTALL);
  private static final Pattern JOINED = Pattern.compile("\"[ \\t]*\\\\?[ \\t]*\\R[ \\t]*\"");
  private static final Pattern CONTINUED = Pattern.compile("\\\\\\R");
  private static final Pattern BETWEEN = Pattern.compile("(?<=\\\\x..)[\\s,]+(?=\\\\x)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\x[0-9a-fA-F]{2}|\\\\[0-3][0-7]{2}");
  private static final Pattern HEX_BEHIND_ONE = Pattern.compile("\\\\x[0-9a-fA-F]{4,}");
  private static final Pattern PERCENT =
      Pattern.compile("[A-Za-z0-9._~-]*%[0-9a-fA-F]{2}[A-Za-z0-9._~%-]*");

  @Override
  public Optional<byte[]> read(String text) {
    String stripped = text.strip();
    if (PERCENT.matcher(stripped).matches()) {
      return bytes(stripped);
    }
    String joined = CONTINUED.matcher(JOINED.matcher(stripped).replaceAll("")).replaceAll("");
    Matcher quoted = QUOTED.matcher(joined);
    boolean isQuoted = quoted.matches();
    boolean escaped = ESCAPED.matcher(joined).find() || (isQuoted && joined.contains("\\u00"));
    if (!escaped || isOther(stripped)) {
      return Optional.empty();
    }
    return bytes(isQuoted ? quoted.group(2) : BETWEEN.matcher(joined).replaceAll(""));
  }

  /** JSON, and what databases write. */
  private static boolean isOther(String text) {
    return text.startsWith("{") || text.startsWith("[") || HEX_BEHIND_ONE.matcher(text).matches();
  }

  private static Optional<byte[]> bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Matcher part = PART.matcher(text);
    int at = 0;
    while (at < text.length() && part.region(at, text.length()).lookingAt()) {
      out.writeBytes(bytes(part));
      at = part.end();
    }
    return at == text.length() ? Optional.of(out.toByteArray()) : Optional.empty();
  }

  private static byte[] bytes(Matcher part) {
    if (part.group(5) != null) {
      return part.group(5).getBytes(UTF_8);
    }
    if (part.group(4) != null) {
      return new byte[] {VALUES[NAMES.indexOf(part.group(4))]};
    }
    String hex = part.group(1) == null ? part.group(2) : part.group(1);
    int value = hex == null ? Integer.parseInt(part.group(3), 8) : Integer.parseInt(hex, 16);
    return new byte[] {(byte) value};
  }
}
