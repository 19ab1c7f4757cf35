package io.github.danmuhub.cookie;

import java.util.Optional;

/** One object of a list of cookies, while its fields are read; each tool has names of its own. */
final class JsonCookie {
  private String name = "";
  private String value = "";
  private String domain = "";
  private double expires = SavedCookie.NEVER;

  void field(String key, String text) {
    switch (key) {
      case "name", "Name raw" -> name = text;
      case "value", "Content raw" -> value = text;
      case "domain", "host" -> domain = text;
      case "Host raw" -> domain = text.replaceFirst("^https?://", "").replaceFirst("/.*", "");
      case "expires", "expirationDate", "expiry", "Expires raw" -> expires = seconds(text);
      default -> {}
    }
  }

  /** A date in words does not count: where it is past, the platform says so. */
  private static double seconds(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return SavedCookie.NEVER;
    }
  }

  /** Nothing where it has no name or no value. */
  Optional<SavedCookie> saved() {
    return name.isEmpty() || value.isEmpty()
        ? Optional.empty()
        : Optional.of(new SavedCookie(name, value, domain, expires));
  }
}
