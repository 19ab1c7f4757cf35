package io.github.danmuhub.platform.dissect;

import java.util.HashMap;
import java.util.Map;

/**
 * What the fields of a TARS struct are called, where that is known: {@code 0 lUid,1 tInfo{0
 * sNick},2 vAll[0 lUid]}; braces for a struct, brackets for a list of them. Immutable.
 */
public final class TarsNames {
  /** Nothing is known. */
  public static final TarsNames NONE = new TarsNames(Map.of(), Map.of());

  private final Map<Integer, String> names;
  private final Map<Integer, TarsNames> inner;

  private TarsNames(Map<Integer, String> names, Map<Integer, TarsNames> inner) {
    this.names = names;
    this.inner = inner;
  }

  /**
   * Reads the notation above.
   *
   * @throws IllegalArgumentException in words, if the text is not written so
   */
  public static TarsNames of(String text) {
    Reader reader = new Reader(text);
    TarsNames all = reader.struct();
    if (reader.at < text.length()) {
      throw new IllegalArgumentException("not understood: " + text.substring(reader.at));
    }
    return all;
  }

  /** The name of a tag; empty where it is not known. */
  String name(int tag) {
    return names.getOrDefault(tag, "");
  }

  /** Those of the fields inside. */
  TarsNames inner(int tag) {
    return inner.getOrDefault(tag, NONE);
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    TarsNames struct() {
      Map<Integer, String> names = new HashMap<>();
      Map<Integer, TarsNames> inner = new HashMap<>();
      do {
        int tag = Integer.parseInt(word().strip());
        at++;
        names.put(tag, word().strip());
        if (is('{')) {
          inner.put(tag, inside());
        } else if (is('[')) {
          inner.put(tag, new TarsNames(Map.of(), Map.of(0, inside())));
        }
      } while (is(',') && ++at > 0);
      return new TarsNames(Map.copyOf(names), Map.copyOf(inner));
    }

    private TarsNames inside() {
      at++;
      TarsNames struct = struct();
      at++;
      return struct;
    }

    private boolean is(char c) {
      return at < text.length() && text.charAt(at) == c;
    }

    private String word() {
      int from = at;
      while (at < text.length() && " ,{}[]".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }
  }
}
