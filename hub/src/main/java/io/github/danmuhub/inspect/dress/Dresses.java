package io.github.danmuhub.inspect.dress;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of dresses; the likelier one first. */
public final class Dresses {
  private static final Map<String, Dress> ALL = table();

  private Dresses() {}

  private static Map<String, Dress> table() {
    Map<String, Dress> all = new LinkedHashMap<>();
    all.put("hex dump", new DumpDress(false));
    all.put("hex dump, bytes of a word turned", new DumpDress(true));
    all.put("data URL", new DataUrl());
    all.put("escapes", new Escapes());
    all.put("numbers", new Numbers());
    all.put("hex", new PlainHex());
    all.put("base64", new Base64Text());
    return all;
  }

  /**
   * What a text is taken for.
   *
   * @param how the dress, such as {@code hex}
   */
  public record Reading(String how, Raw bytes) {}

  /** The names that a reading may have. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /**
   * Every way to read the text, the likeliest first.
   *
   * @throws MalformedException in words, where the likeliest one is broken
   */
  public static List<Reading> of(String text) throws MalformedException {
    List<Reading> readings = new ArrayList<>();
    for (String how : ALL.keySet()) {
      try {
        read(text, how).ifPresent(readings::add);
      } catch (MalformedException e) {
        if (readings.isEmpty()) {
          throw e;
        }
      }
    }
    return readings;
  }

  /** The text read in one way; empty where it is not written so. */
  public static Optional<Reading> read(String text, String how) throws MalformedException {
    Dress dress = ALL.get(how);
    return dress == null
        ? Optional.empty()
        : dress
            .read(unquoted(text.strip()))
            .filter(bytes -> bytes.length > 0)
            .map(bytes -> new Reading(how, Raw.bytes(bytes)));
  }

  /** What stands in quotes, where nothing in it is escaped. */
  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 2
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.indexOf(text.charAt(0), 1) == text.length() - 1;
    return quoted && text.indexOf('\\') < 0 ? text.substring(1, text.length() - 1) : text;
  }
}
