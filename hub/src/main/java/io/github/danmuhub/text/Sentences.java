package io.github.danmuhub.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of the library, which come in English and without a key, in another language: what a
 * dissector says about a field, why bytes are malformed, what a simulated site counts. The file has
 * one a line, the English before a tab; {0}, {1} … stand for what is filled in, and are said by the
 * same table. Immutable.
 */
final class Sentences {
  private static final Pattern FILLED = Pattern.compile("\\{(\\d)}");

  /** One with something filled in. */
  private record Form(String beginning, Pattern english, String other) {}

  private final Map<String, String> whole = new HashMap<>();
  private final List<Form> forms = new ArrayList<>();

  private Sentences() {}

  /** Those of a language; none for English. */
  static Sentences of(Language language) {
    Sentences sentences = new Sentences();
    if (language != Language.ENGLISH) {
      lines("sentences_" + language.code() + ".txt").forEach(sentences::add);
    }
    return sentences;
  }

  private void add(String line) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      return; // a heading
    }
    String english = line.substring(0, tab);
    String other = line.substring(tab + 1);
    Matcher filled = FILLED.matcher(english);
    if (filled.find()) {
      forms.add(new Form(english.substring(0, filled.start()), pattern(english), other));
    } else {
      whole.put(english, other);
    }
  }

  private static Pattern pattern(String english) {
    StringBuilder pattern = new StringBuilder();
    Matcher filled = FILLED.matcher(english);
    int at = 0;
    while (filled.find()) {
      pattern.append(Pattern.quote(english.substring(at, filled.start()))).append("(.*?)");
      at = filled.end();
    }
    return Pattern.compile(pattern + Pattern.quote(english.substring(at)), Pattern.DOTALL);
  }

  /** In the other language; empty where the sentence is not known. */
  Optional<String> find(String sentence) {
    String known = whole.get(sentence);
    return known != null ? Optional.of(known) : filled(sentence);
  }

  private Optional<String> filled(String sentence) {
    for (Form form : forms) {
      if (sentence.startsWith(form.beginning())) {
        Matcher parts = form.english().matcher(sentence);
        if (parts.matches()) {
          return Optional.of(said(form, parts));
        }
      }
    }
    return Optional.empty();
  }

  /** What is filled in stands in the order of the English. */
  private String said(Form form, Matcher parts) {
    return FILLED
        .matcher(form.other())
        .replaceAll(
            number -> {
              String part = parts.group(Integer.parseInt(number.group(1)) + 1);
              return Matcher.quoteReplacement(find(part).orElse(part));
            });
  }

  static List<String> lines(String name) {
    try (InputStream bytes = Sentences.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IOException(name + " is missing in the jar");
      }
      return new String(bytes.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
