package io.github.danmuhub.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documents for who does not program say the same in both languages, as far as a machine sees:
 * the same headings, rows, commands and files, and the same literal words.
 */
class BothLanguagesTest {
  private static final Path DOCS = Path.of(System.getProperty("danmu.root", "..")).resolve("docs");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|$");
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\w*\n(.*?)```");
  private static final Pattern LITERAL = Pattern.compile("`([^`\n]+)`");

  /** What the reader puts in, said in each language: TOKEN, 口令. */
  private static final Pattern FILLED_IN = Pattern.compile("\\b[A-Z]{3,}\\b|\\p{IsHan}+");

  private static String text(String name) throws IOException {
    return Files.readString(DOCS.resolve(name), UTF_8);
  }

  private static List<String> found(Pattern what, String text, int group) {
    return what.matcher(text).results().map((MatchResult m) -> m.group(group)).toList();
  }

  /** The lines of all blocks without their comments and texts, which are each language's own. */
  private static List<String> lines(String text) {
    return found(BLOCK, text, 1).stream()
        .flatMap(String::lines)
        .map(line -> line.replaceAll("\\s+#.*|\"[^\"]*\"|\\p{IsHan}+", "").strip())
        .toList();
  }

  private static Set<String> literals(String text) {
    Set<String> literals = new TreeSet<>();
    for (String each : found(LITERAL, BLOCK.matcher(text).replaceAll(""), 1)) {
      literals.add(FILLED_IN.matcher(each).replaceAll("_"));
    }
    return literals;
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "overlay", "recording", "cat-toy", "rules", "from-tutorials"})
  void theChineseDocumentSaysAllThatTheEnglishOneSays(String name) throws IOException {
    String english = text(name + ".md");
    String chinese = text(name + ".zh-CN.md");
    assertThat(found(HEADING, chinese, 0)).isEqualTo(found(HEADING, english, 0));
    assertThat(found(ROW, chinese, 0)).hasSameSizeAs(found(ROW, english, 0));
    assertThat(lines(chinese)).isEqualTo(lines(english));
    assertThat(literals(chinese)).isEqualTo(literals(english));
  }
}
