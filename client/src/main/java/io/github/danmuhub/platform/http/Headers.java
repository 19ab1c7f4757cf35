package io.github.danmuhub.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * HTTP headers in order; names compare without case. Immutable. {@link #toString} shows names only:
 * values may be secret.
 */
public final class Headers {
  public static final Headers NONE = new Headers(List.of());

  private final List<Header> list;

  private Headers(List<Header> list) {
    this.list = list;
  }

  /** One header line. */
  public record Header(String name, String value) {}

  /** Names and values in turn. */
  public static Headers of(String... namesAndValues) {
    List<Header> list = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      list.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
    }
    return of(list);
  }

  /** These, in their order. */
  public static Headers of(List<Header> headers) {
    return new Headers(List.copyOf(headers));
  }

  /** These and one more at the end. */
  public Headers with(String name, String value) {
    List<Header> longer = new ArrayList<>(list);
    longer.add(new Header(name, value));
    return of(longer);
  }

  /** These with one in place of all of that name. */
  public Headers replacing(String name, String value) {
    return of(list.stream().filter(h -> !h.name().equalsIgnoreCase(name)).toList())
        .with(name, value);
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return list.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).toList();
  }

  public List<Header> asList() {
    return list;
  }

  @Override
  public String toString() {
    return list.stream().map(Header::name).toList().toString();
  }
}
