package io.github.danmuhub.cookie;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a walk through JSON finds, by how sure it is that cookies are meant. */
final class JsonFinds {
  private final List<SavedCookie> listed = new ArrayList<>();
  private final List<SavedCookie> named = new ArrayList<>();
  private final List<SavedCookie> headers = new ArrayList<>();
  private final List<SavedCookie> atTheTop = new ArrayList<>();

  void listed(JsonCookie cookie) {
    cookie.saved().ifPresent(listed::add);
  }

  /** A field and its text: of an object that is called cookies, or of the one at the top. */
  void named(String name, String value, boolean top) {
    if (SavedCookie.isName(name) && !value.isEmpty()) {
      (top ? atTheTop : named).add(SavedCookie.of(name, value));
    }
  }

  /** A text that is called cookie. */
  void header(String text) {
    headers.addAll(PlainCookies.pairs(text));
  }

  /** Those of the surest sort that was found. */
  List<SavedCookie> best() {
    return Stream.of(listed, named, headers, atTheTop)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
