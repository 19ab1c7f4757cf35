package io.github.danmuhub.inspect.dress;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Base64, also as URLs have it, in as many lines as one likes, with padding or without. */
final class Base64Text implements Dress {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

  @Override
  public Optional<byte[]> read(String text) {
    String plain = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
    if (!FORM.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(plain));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
