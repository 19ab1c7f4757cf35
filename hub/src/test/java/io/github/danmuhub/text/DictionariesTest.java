package io.github.danmuhub.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says to people: the same in both languages, Chinese where it is Chinese. */
class DictionariesTest {
  private static final Path MAIN = Path.of(System.getProperty("danmu.root", ".."), "hub/src/main");
  private static final String ENGLISH = "text/messages_en.properties";
  private static final String CHINESE = "text/messages_zh.properties";

  /** Where the sources ask for words, by a key that stands there. */
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:Phrase\\s*\\.of|words\\s*\\.say|words\\(\\)\\s*\\.say)\\(\\s*\"([\\w.-]+)\"\\s*[,)]");

  private static final Pattern COUNTED =
      Pattern.compile("Phrase\\s*\\.count\\([^;\"]*,\\s*\"(\\w+)\"\\)");

  /** Where a request is refused, by a word for programs. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?:new Problem(?:Exception)?|Refusal\\s*\\.send|\\brefusal|\\bbad)"
              + "\\((?:\\s*[\\w.]+,){0,2}\\s*\"([a-z]+(?:-[a-z]+)*)\",");

  private static final Pattern FILLED = Pattern.compile("\\{\\d}");

  private static Map<String, String> dictionary(String file) throws IOException {
    Properties properties = new Properties();
    Path path = MAIN.resolve("resources/io/github/danmuhub").resolve(file);
    properties.load(new StringReader(Files.readString(path, UTF_8)));
    Map<String, String> byKey = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
    return byKey;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(match.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(MAIN.resolve("java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file, UTF_8));
      }
    }
    return all.toString();
  }

  @Test
  void noKeyIsMissingInEitherLanguage() throws IOException {
    assertThat(dictionary(CHINESE).keySet()).isEqualTo(dictionary(ENGLISH).keySet());
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    for (String file : Set.of(ENGLISH, CHINESE, "cli/help_zh.properties")) {
      Path path = MAIN.resolve("resources/io/github/danmuhub").resolve(file);
      assertThat(Files.readAllLines(path, UTF_8).stream().filter(line -> line.matches("\\w.*")))
          .extracting(line -> line.substring(0, line.indexOf('=')))
          .doesNotHaveDuplicates();
    }
  }

  /** Where English passes a library's sentence on, Chinese says more around it. */
  @Test
  void bothLanguagesFillInTheSame() throws IOException {
    Map<String, String> chinese = dictionary(CHINESE);
    Map<String, String> english = dictionary(ENGLISH);
    english.values().removeIf(words -> words.matches("\\{\\d}"));
    english.forEach(
        (key, words) ->
            assertThat(found(FILLED, chinese.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(found(FILLED, words)));
  }

  @Test
  void whatTheProgramAsksForIsThere() throws IOException {
    Set<String> keys = dictionary(ENGLISH).keySet();
    String sources = sources();
    assertThat(found(ASKED, sources)).hasSizeGreaterThan(10).isSubsetOf(keys);
    assertThat(found(COUNTED, sources))
        .isNotEmpty()
        .allSatisfy(what -> assertThat(keys).contains("count." + what));
    assertThat(found(REFUSED, sources))
        .hasSizeGreaterThan(40)
        .allSatisfy(code -> assertThat(keys).contains("problem." + code));
  }

  @ParameterizedTest
  @ValueSource(strings = {CHINESE, "cli/help_zh.properties"})
  void noLatinWordStandsOnAChineseScreenButNamesAndWhatIsTyped(String file) throws IOException {
    Map<String, Set<String>> strange = new TreeMap<>();
    dictionary(file)
        .forEach(
            (key, words) -> {
              Set<String> latin = LatinWords.strange(words);
              if (!latin.isEmpty()) {
                strange.put(key, latin);
              }
            });
    assertThat(strange).isEmpty();
  }

  @Test
  void eachAllowedLatinWordStandsOnceBelowAReason() {
    List<String> lines =
        LatinWords.lines().stream().filter(line -> !line.matches("# .*|")).toList();
    assertThat(lines.get(0)).startsWith("## ");
    assertThat(lines)
        .allMatch(line -> line.matches("## .*|[A-Za-z_-]{2,}"))
        .doesNotHaveDuplicates();
  }
}
