package io.github.danmuhub.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.http.RawUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the user set for one room, read typed and bounded. Every refusal is an {@link
 * IllegalArgumentException} that says in words what may be set; it shows the value only where that
 * cannot be a secret. Immutable. {@link #toString} shows no value.
 *
 * @param platform whose they are, for the words
 * @param values the platform's own: {@code -o bilibili.transport=tcp} is {@code transport} here
 * @param credentials the user's own account, or {@link Credentials#NONE}
 * @param keepRaw whether every event keeps its raw message (2 KB each)
 */
public record Settings(
    String platform, Map<String, String> values, Credentials credentials, boolean keepRaw) {

  public Settings {
    values = Map.copyOf(values);
  }

  /** An anonymous visitor's, who sets nothing. */
  public static Settings none(String platform) {
    return new Settings(platform, Map.of(), Credentials.NONE, false);
  }

  /** Refuses any setting but these. */
  public Settings only(String... known) {
    Set<String> all = Set.of(known);
    values.keySet().stream()
        .filter(key -> !all.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(
                  "%s has no setting %s: it has %s; the program has cookie-file too"
                      .formatted(platform, key, String.join(", ", known)));
            });
    return this;
  }

  /** One of a few words: the enum's names in lower case. */
  public <E extends Enum<E>> E word(String key, E otherwise) {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    List<E> all = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
    return all.stream()
        .filter(one -> word(one).equals(value))
        .findFirst()
        .orElseThrow(() -> refused(key, alternatives(all), value));
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String alternatives(List<? extends Enum<?>> all) {
    String last = word(all.get(all.size() - 1));
    return all.size() == 1
        ? last
        : all.subList(0, all.size() - 1).stream()
                .map(Settings::word)
                .collect(Collectors.joining(", "))
            + " or "
            + last;
  }

  /** A whole number within bounds. */
  public long number(String key, long least, long most, long otherwise) {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(value.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(key, "a number from " + least + " to " + most, value);
    }
    throw refused(key, "a number from " + least + " to " + most, value);
  }

  /**
   * A text of a certain form, which may be a secret.
   *
   * @param form what it is, in words
   */
  public String text(String key, Pattern pattern, String form, String otherwise) {
    String value = values.get(key);
    if (value != null && !pattern.matcher(value).matches()) {
      throw new IllegalArgumentException("%s.%s is %s".formatted(platform, key, form));
    }
    return value == null ? otherwise : value;
  }

  /**
   * A URL, which may hold secrets; null where it is not set.
   *
   * @param schemes those it may begin with
   */
  public @Nullable URI url(String key, String... schemes) {
    String value = values.get(key);
    if (value == null) {
      return null;
    }
    URI url = parse(value);
    if (url == null
        || url.getHost() == null
        || !List.of(schemes).contains(String.valueOf(url.getScheme()))) {
      throw new IllegalArgumentException(
          "%s.%s must be a URL that begins with %s://".formatted(platform, key, schemes[0]));
    }
    return url;
  }

  /** Null where it is none; the exception would show it, and secrets stand in it. */
  private static @Nullable URI parse(String text) {
    try {
      return new URI(RawUri.encoded(text.strip().getBytes(UTF_8)));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private IllegalArgumentException refused(String key, String what, String value) {
    return new IllegalArgumentException(
        "%s.%s is %s, not \"%s\"".formatted(platform, key, what, value));
  }

  @Override
  public String toString() {
    return "Settings[%s: %s, %s]".formatted(platform, values.keySet(), credentials);
  }
}
