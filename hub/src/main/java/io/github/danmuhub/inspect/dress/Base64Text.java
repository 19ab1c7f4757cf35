package io.github.danmuhub.inspect.dress;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Base64, also as URLs have it, with padding or without; in lines of one length, as mails and PEM
 * files have it. A blank within a line is none of its characters.
 */
final class Base64Text implements Dress {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

  @Override
  public Optional<byte[]> read(String text) {
    List<String> lines =
        text.lines().map(String::strip).filter(line -> !line.isEmpty() && !isFrame(line)).toList();
    String plain = String.join("", lines).replace('-', '+').replace('_', '/');
    if (!isWrapped(lines) || !FORM.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(plain));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code -----BEGIN …-----} of a PEM file. */
  private static boolean isFrame(String line) {
    return line.startsWith("-----") && line.endsWith("-----");
  }

  private static boolean isWrapped(List<String> lines) {
    return lines.isEmpty()
        || lines.subList(0, lines.size() - 1).stream()
            .allMatch(line -> line.length() == lines.get(0).length());
  }
}
