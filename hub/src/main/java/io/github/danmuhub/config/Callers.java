package io.github.danmuhub.config;

import io.github.danmuhub.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Origins and hosts in the one form in which a browser sends them: any other would never match. */
final class Callers {
  private static final String HOST = "(?:[a-z0-9_.-]+|\\[[0-9a-f:.]+])";
  private static final Pattern ORIGIN =
      Pattern.compile("(?:https?|chrome-extension|moz-extension)://" + HOST + "(?::[0-9]{1,5})?");
  private static final Pattern DEFAULT_PORT = Pattern.compile("http:.*:80|https:.*:443");

  /** A name, or an address in digits. */
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9_.-]+|[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*");

  private Callers() {}

  static List<String> origins(String key, @Nullable List<String> listed) {
    return each(
        key,
        listed,
        origin -> ORIGIN.matcher(origin).matches() && !DEFAULT_PORT.matcher(origin).matches(),
        Phrase.of("config.origin"));
  }

  /** Origins, or {@code *} alone, which must be written out. */
  static List<String> guests(String key, @Nullable List<String> listed) {
    return listed != null && listed.equals(List.of("*")) ? List.of("*") : origins(key, listed);
  }

  static List<String> hosts(String key, @Nullable List<String> listed) {
    return each(key, listed, host -> NAME.matcher(host).matches(), Phrase.of("config.host"));
  }

  private static List<String> each(
      String key, @Nullable List<String> listed, Predicate<String> good, Phrase what) {
    List<String> kept = new ArrayList<>();
    for (String value : listed == null ? List.<String>of() : listed) {
      String lower = value.toLowerCase(Locale.ROOT);
      if (!good.test(lower)) {
        throw new BadValueException(key + "." + kept.size(), what);
      }
      kept.add(lower);
    }
    return List.copyOf(kept);
  }
}
