package io.github.danmuhub.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The program's words in one language, out of its dictionary. In them {0}, {1} … are filled in as
 * they stand; those of {@code count.} have a form for one and a form for all other numbers, parted
 * by {@code |}, where the language has two. Immutable.
 */
public final class Words {
  public static final Words ENGLISH = new Words(Language.ENGLISH);

  private static final String COUNT = "count.";

  private final Language language;
  private final Map<String, String> byKey;
  private final Sentences sentences;

  private Words(Language language) {
    this.language = language;
    this.byKey = Map.copyOf(dictionary(language));
    this.sentences = Sentences.of(language);
  }

  public static Words of(Language language) {
    return language == Language.ENGLISH ? ENGLISH : new Words(language);
  }

  public Language language() {
    return language;
  }

  /** A key without words stands for itself, so that it is seen. */
  public String say(String key, Object... parts) {
    return say(Phrase.of(key, parts));
  }

  /** A key without words stands for itself, so that it is seen. */
  public String say(Phrase phrase) {
    if (phrase.key().equals(Phrase.LIBRARY)) {
      return sentence(String.valueOf(phrase.parts().get(0)));
    }
    if (phrase.key().equals(Phrase.SAID)) {
      String said = String.valueOf(phrase.parts().get(0));
      return sentences
          .find(said)
          .orElseGet(() -> filled(byKey.getOrDefault(Phrase.SAID, "{0}"), phrase));
    }
    String words = byKey.getOrDefault(phrase.key(), phrase.key());
    return phrase.key().startsWith(COUNT) ? counted(words, phrase) : filled(words, phrase);
  }

  /** A sentence of the library, which says it in English; as it came where it is not known. */
  public String sentence(String english) {
    return sentences.find(english).orElse(english);
  }

  /** Whether there are words for a key. */
  public boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** The words for a key that not everylanguage or every platform needs. */
  public Optional<String> find(String key, Object... parts) {
    return byKey.containsKey(key) ? Optional.of(say(key, parts)) : Optional.empty();
  }

  private String counted(String forms, Phrase phrase) {
    long n = ((Number) phrase.parts().get(0)).longValue();
    int bar = forms.indexOf('|');
    String form = bar < 0 ? forms : n == 1 ? forms.substring(0, bar) : forms.substring(bar + 1);
    return form.replace("{0}", String.format(Locale.ROOT, "%,d", n));
  }

  private String filled(String words, Phrase phrase) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{', at)) {
      int part = open + 2 < words.length() ? words.charAt(open + 1) - '0' : -1;
      boolean known = part >= 0 && part < phrase.parts().size() && words.charAt(open + 2) == '}';
      text.append(words, at, open).append(known ? said(phrase.parts().get(part)) : "{");
      at = known ? open + 3 : open + 1;
    }
    return text.append(words, at, words.length()).toString();
  }

  private String said(Object part) {
    return part instanceof Phrase phrase ? say(phrase) : part.toString();
  }

  private static Map<String, String> dictionary(Language language) {
    Properties file = new Properties();
    String name = "messages_" + language.code() + ".properties";
    try (InputStream bytes = Words.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IOException(name + " is missing in the jar");
      }
      Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
      file.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> byKey = new HashMap<>();
    file.stringPropertyNames().forEach(key -> byKey.put(key, file.getProperty(key)));
    return byKey;
  }
}
