package io.github.danmuhub.feed.path;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.http.RawUri;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL with places for values: {@code ws://{host}/?token={token}}. It is filled in by a client and
 * taken apart by the site. Values in a path or a query are percent-encoded. Immutable.
 */
public final class UrlTemplate {
  private static final Pattern FORM = Pattern.compile("([a-z]+)://([^/?#]+)([^?#]*)(?:\\?(.*))?");

  private final Template whole;
  private final String scheme;
  private final Template authority;
  private final Template path;
  private final String query;

  /**
   * Reads a URL.
   *
   * @param schemes those that it may have
   * @throws IllegalArgumentException in words
   */
  public UrlTemplate(String text, String... schemes) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !List.of(schemes).contains(form.group(1))) {
      throw new UsageException(
          Phrase.of(
              "feed.url",
              text,
              Phrase.any(Arrays.stream(schemes).map(each -> each + "://").toList())));
    }
    whole = new Template(text);
    scheme = form.group(1);
    authority = new Template(form.group(2));
    path = new Template(form.group(3).isEmpty() ? "/" : form.group(3));
    query = form.group(4) == null ? "" : form.group(4);
  }

  /** The names in it. */
  public Set<String> names() {
    return whole.names();
  }

  /**
   * The URL.
   *
   * @throws IllegalArgumentException in words, if it is none with these values
   */
  public URI fill(UnaryOperator<String> values) {
    String place = scheme + "://" + authority.fill(values);
    String rest = path.fill(name -> encoded(values.apply(name)));
    String asked = new Template(query).fill(name -> encoded(values.apply(name)));
    String url = place + rest + (query.isEmpty() ? "" : "?" + asked);
    try {
      URI uri = new URI(RawUri.encoded(url.getBytes(UTF_8)));
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below, without what may be secret
    }
    throw new UsageException(Phrase.of("feed.no-url", whole.toString()));
  }

  /** As in a query; {@code &} and the like do not end a value. */
  private static String encoded(String value) {
    return Query.EMPTY.with("v", value).toString().substring(2);
  }

  /** The values of a URL of this form, wherever it is; empty where it has another. */
  public Optional<Map<String, String>> match(URI url) {
    Map<String, String> values = new HashMap<>();
    String asked = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    if (!match(path, "[^/]*", Query.decode(asked), values)) {
      return Optional.empty();
    }
    Query given = Query.of(url);
    for (Map.Entry<String, String> wanted : parameters().entrySet()) {
      String value = given.get(wanted.getKey());
      if (!given.has(wanted.getKey())
          || !match(new Template(wanted.getValue()), ".*", value, values)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** Parameter → its template. */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(Query.decode(pair.substring(0, equals)), pair.substring(equals + 1));
      }
    }
    return parameters;
  }

  private static boolean match(
      Template template, String place, String text, Map<String, String> values) {
    Matcher match = template.pattern(place).matcher(text);
    if (!match.matches()) {
      return false;
    }
    List<String> names = template.groups();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), match.group(i + 1));
    }
    return true;
  }

  /** Whether such a path may be one of these, whatever the query. */
  public boolean matchesPath(String asked) {
    return path.pattern("[^/]+").matcher(asked.isEmpty() ? "/" : asked).matches();
  }

  /** The host, with those values; without its port. */
  public String host(UnaryOperator<String> values) {
    return authority.fill(values).replaceFirst(":\\d+$", "");
  }

  /** A URL of this form with every value blanked but those that {@code shown} names. */
  public Optional<String> masked(URI url, Set<String> shown) {
    return match(url)
        .map(
            values ->
                url.getScheme()
                    + "://"
                    + url.getRawAuthority()
                    + path.fill(name -> shown(name, values, shown))
                    + (query.isEmpty()
                        ? ""
                        : "?" + new Template(query).fill(name -> shown(name, values, shown))));
  }

  private static String shown(String name, Map<String, String> values, Set<String> shown) {
    return shown.contains(name) ? encoded(values.getOrDefault(name, "")) : "***";
  }

  @Override
  public String toString() {
    return whole.toString();
  }
}
