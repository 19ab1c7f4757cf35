package io.github.danmuhub.feed;

import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.path.Template;
import io.github.danmuhub.feed.path.UrlTemplate;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Request;
import io.github.danmuhub.feed.yaml.YamlNode;
import io.github.danmuhub.text.Phrase;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names that are known so far while a file is read, and the values that may use them. */
final class Variables {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

  private final Set<String> known = new HashSet<>(FeedSpec.GIVEN);

  void add(String name) {
    known.add(name);
  }

  /** A request of a lookup or a poll; what it takes is known from then on. */
  Request request(YamlNode item, String number) {
    item.only("get", "post", "body", "headers", "take", "every", "start");
    boolean post = item.get("post") != null;
    UrlTemplate url = known(item.need(post ? "post" : "get"), "https", "http");
    YamlNode body = item.get("body");
    Map<String, JsonPath> take = take(item.get("take"));
    String words = "%s (line %s)".formatted(number, item.place().parts().get(1));
    Request request =
        new Request(
            words,
            post ? "POST" : "GET",
            url,
            headers(item.get("headers")),
            body == null ? null : text(body),
            take);
    take.keySet().forEach(this::add);
    return request;
  }

  private static Map<String, JsonPath> take(@Nullable YamlNode keys) {
    Map<String, JsonPath> take = new LinkedHashMap<>();
    if (keys != null) {
      keys.asKeys()
          .forEach(
              (name, value) -> {
                if (!name.matches("[a-z][a-z0-9_]{0,31}")) {
                  throw value.wrong(Phrase.of("feed.variable"));
                }
                take.put(name, path(value));
              });
    }
    return take;
  }

  Map<String, Template> headers(@Nullable YamlNode keys) {
    Map<String, Template> headers = new LinkedHashMap<>();
    if (keys != null) {
      keys.asKeys()
          .forEach(
              (name, value) -> {
                if (!name.matches("[A-Za-z0-9-]{1,64}")
                    || value.asText().matches("(?s).*[\r\n].*")) {
                  throw value.wrong(Phrase.of("feed.header"));
                }
                headers.put(name, text(value));
              });
    }
    return headers;
  }

  /** A text whose variables are known by now. */
  Template text(YamlNode value) {
    try {
      Template text = new Template(value.asText());
      check(text.names(), value);
      return text;
    } catch (IllegalArgumentException e) {
      throw value.wrong(e);
    }
  }

  /** A URL whose variables are known by now. */
  UrlTemplate known(YamlNode value, String... schemes) {
    UrlTemplate url = url(value, schemes);
    check(url.names(), value);
    return url;
  }

  static UrlTemplate url(YamlNode value, String... schemes) {
    try {
      return new UrlTemplate(value.asText(), schemes);
    } catch (IllegalArgumentException e) {
      throw value.wrong(e);
    }
  }

  private void check(Collection<String> names, YamlNode value) {
    for (String name : names) {
      if (!name.startsWith("$") && !known.contains(name)) {
        throw value.wrong(
            Phrase.of("feed.unknown", name, Phrase.list(known.stream().sorted().toList())));
      }
    }
  }

  static JsonPath path(YamlNode value) {
    try {
      return JsonPath.of(value.asText());
    } catch (IllegalArgumentException e) {
      throw value.wrong(e);
    }
  }

  /** Milliseconds of {@code 500ms}, {@code 30s}, {@code 5m}. */
  static long time(YamlNode value) {
    var form = TIME.matcher(value.asText());
    if (!form.matches() || Long.parseLong(form.group(1)) == 0) {
      throw value.wrong(Phrase.of("feed.time", value.asText()));
    }
    long n = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> n;
      case "s" -> n * 1_000;
      case "m" -> n * 60_000;
      default -> n * 3_600_000;
    };
  }

  /** True or false; false where it is absent. */
  static boolean flag(@Nullable YamlNode value) {
    if (value == null) {
      return false;
    }
    if (!Set.of("true", "false").contains(value.asText())) {
      throw value.wrong(Phrase.of("feed.flag"));
    }
    return value.asText().equals("true");
  }
}
