package io.github.danmuhub.rule.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.rule.text.NormalText;
import io.github.danmuhub.text.Phrase;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a rule gives an action for one parameter; templates are filled in at each occasion. */
public sealed interface Argument {
  /**
   * Of the type that its parameter asks for.
   *
   * @throws BadFillException where a template makes something else of it
   */
  Object fill(Occasion occasion, Counters counters) throws BadFillException;

  /** A number, a flag, a duration. */
  record Fixed(Object value) implements Argument {
    @Override
    public Object fill(Occasion occasion, Counters counters) {
      return value;
    }
  }

  /**
   * A text.
   *
   * @param words what it may be; empty: anything
   */
  record Text(Template template, List<String> words) implements Argument {
    public Text {
      words = List.copyOf(words);
    }

    @Override
    public String fill(Occasion occasion, Counters counters) throws BadFillException {
      String filled = text(template, occasion, counters);
      if (!words.isEmpty() && !words.contains(filled)) {
        throw new BadFillException(Phrase.of("decided.fill-word", filled, Phrase.list(words)));
      }
      return filled;
    }
  }

  /** An address. */
  record Url(Template template) implements Argument {
    @Override
    public String fill(Occasion occasion, Counters counters) {
      return template.fill(
          occasion, counters, text -> URLEncoder.encode(text, UTF_8).replace("+", "%20"));
    }
  }

  /** A whole number that a template gives. */
  record Whole(Template template) implements Argument {
    @Override
    public Long fill(Occasion occasion, Counters counters) throws BadFillException {
      String filled = text(template, occasion, counters);
      try {
        return Long.valueOf(filled);
      } catch (NumberFormatException e) {
        throw new BadFillException(Phrase.of("decided.fill-whole", filled));
      }
    }
  }

  /** Several texts. */
  record Texts(List<Template> templates) implements Argument {
    public Texts {
      templates = List.copyOf(templates);
    }

    @Override
    public List<String> fill(Occasion occasion, Counters counters) {
      return templates.stream().map(each -> text(each, occasion, counters)).toList();
    }
  }

  /** Texts by name. */
  record Named(Map<String, Template> templates) implements Argument {
    @Override
    public Map<String, String> fill(Occasion occasion, Counters counters) {
      Map<String, String> filled = new LinkedHashMap<>();
      templates.forEach((name, each) -> filled.put(name, text(each, occasion, counters)));
      return filled;
    }
  }

  private static String text(Template template, Occasion occasion, Counters counters) {
    return NormalText.head(template.fill(occasion, counters, Argument::harmless));
  }

  /** Control characters would end a line, or steer a terminal. */
  private static String harmless(String text) {
    return NormalText.head(text).replaceAll("\\p{Cntrl}", " ");
  }
}
