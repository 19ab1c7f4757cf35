package io.github.danmuhub.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.text.Language;
import io.github.danmuhub.text.LatinWords;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The report in Chinese: headings, notes and figures. Fields and bytes stay as they are. */
class ChineseReportTest {
  private static final Pattern LAYER = Pattern.compile("\\s+(.*) {2}\\[\\d+ 字节，从 \\d+ 起]");

  /** What a platform calls its messages, such as {@code WebcastChatMessage}. */
  private static final Pattern NAME = Pattern.compile("[A-Z][a-z]+[A-Z]\\w*|[A-Z]+(?:_[A-Z]+)+");

  private final Words chinese = Words.of(Language.CHINESE);
  private final Map<String, Set<String>> strange = new TreeMap<>();

  private void look(String line) {
    Matcher layer = LAYER.matcher(line);
    String own =
        (layer.matches() ? layer.group(1) : line).replaceAll("'[^']*'", " "); // others said
    boolean said = layer.matches() || line.matches("(?:\\S| {2}- | {2}\\p{IsHan}).*");
    Set<String> words = LatinWords.strange(NAME.matcher(said ? own : "").replaceAll(" "));
    if (!words.isEmpty()) {
      strange.put(line, words);
    }
  }

  @Test
  void noLatinWordStandsInHeadingsNotesAndFigures() {
    Samples.all()
        .forEach(
            input -> {
              try {
                Inspection.of(Samples.PLATFORMS, InspectOptions.DEFAULT, input, 0)
                    .print(chinese, this::look);
              } catch (MalformedException refused) {
                look(chinese.sentence(refused.why()));
              }
            });
    assertThat(strange).isEmpty();
  }
}
