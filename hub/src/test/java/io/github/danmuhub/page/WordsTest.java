package io.github.danmuhub.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dictionaries say the same in each language, and all that the pages ask for. */
class WordsTest {
  private static final Pattern ASKED = Pattern.compile("\\bt\\(\\s*\"([\\w.-]+)\"");
  private static final Pattern FILLED = Pattern.compile("\\{\\d}");

  @Test
  void noKeyIsMissingInEitherLanguage() throws Exception {
    assertThat(new TreeSet<>(Words.dictionary("zh").stringPropertyNames()))
        .isEqualTo(new TreeSet<>(Words.dictionary("en").stringPropertyNames()));
  }

  @Test
  void bothFillInTheSame() throws Exception {
    Properties chinese = Words.dictionary("zh");
    Properties pages = Words.dictionary("en");
    pages.keySet().removeIf(key -> !((String) key).startsWith("page."));
    for (Map.Entry<Object, Object> english : pages.entrySet()) {
      String other = chinese.getProperty((String) english.getKey(), "");
      assertThat(filled(other))
          .as((String) english.getKey())
          .isEqualTo(filled((String) english.getValue()));
    }
  }

  private static Set<String> filled(String words) {
    Set<String> filled = new HashSet<>();
    Matcher matcher = FILLED.matcher(words);
    while (matcher.find()) {
      filled.add(matcher.group());
    }
    return filled;
  }

  @Test
  void thePagesAskForNothingElse() throws Exception {
    Properties english = Words.dictionary("en");
    Assets assets = Assets.read();
    List<String> missing = new ArrayList<>();
    for (String name : assets.all().keySet()) {
      if (name.endsWith(".js") && !name.startsWith("lib/")) {
        String module = Objects.requireNonNull(assets.find(name)).bytes().toString();
        ASKED
            .matcher(module)
            .results()
            .map(found -> "page." + found.group(1))
            .filter(key -> !english.containsKey(key))
            .forEach(key -> missing.add(name + ": " + key));
      }
    }
    assertThat(missing).isEmpty();
  }
}
