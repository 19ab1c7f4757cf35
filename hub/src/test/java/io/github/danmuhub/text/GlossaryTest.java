package io.github.danmuhub.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/glossary.md: one Chinese word a thing, in the program, its pages and its documents. */
class GlossaryTest {
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final String RESOURCES = "hub/src/main/resources/io/github/danmuhub/";

  /** A row: the English word, the Chinese one, and words for it that are not used. */
  private record Row(String english, String chinese, List<String> not) {}

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/glossary.md"), UTF_8)) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5 && !line.startsWith("|---") && !line.startsWith("| English")) {
        String not = cells[3].strip();
        rows.add(
            new Row(
                cells[1].strip(),
                cells[2].strip(),
                not.isEmpty() ? List.of() : List.of(not.split("、", -1))));
      }
    }
    return rows;
  }

  /** All Chinese that a person reads, by file. */
  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String file :
        List.of("text/messages_zh.properties", "text/sentences_zh.txt", "cli/help_zh.properties")) {
      texts.put(file, Files.readString(ROOT.resolve(RESOURCES + file), UTF_8));
    }
    texts.put("words.js", Files.readString(ROOT.resolve(RESOURCES + "device/toy/words.js"), UTF_8));
    texts.put("README", Files.readString(ROOT.resolve("README.zh-CN.md"), UTF_8));
    try (Stream<Path> documents = Files.list(ROOT.resolve("docs"))) {
      for (Path each : documents.filter(doc -> doc.toString().endsWith(".zh-CN.md")).toList()) {
        texts.put("" + each.getFileName(), Files.readString(each, UTF_8));
      }
    }
    return texts;
  }

  @Test
  void noOtherWordStandsForAThing() throws IOException {
    Map<String, String> texts = texts();
    List<String> found = new ArrayList<>();
    for (Row row : rows()) {
      for (String other : row.not()) {
        Pattern alone = alone(row, other);
        texts.forEach(
            (file, text) -> {
              if (alone.matcher(text).find()) {
                found.add(file + ": " + other + " → " + row.chinese());
              }
            });
      }
    }
    assertThat(found).isEmpty();
  }

  /** Not where it is only a part of the right word. */
  private static Pattern alone(Row row, String other) {
    int at = row.chinese().indexOf(other);
    String before = at > 0 ? "(?<!" + Pattern.quote(row.chinese().substring(0, at)) + ")" : "";
    return Pattern.compile(before + Pattern.quote(other));
  }

  @Test
  void eachWordIsUsedAndStandsOnce() throws IOException {
    String all = String.join("\n", texts().values());
    assertThat(rows()).hasSizeGreaterThan(20);
    assertThat(rows()).extracting(Row::english).doesNotHaveDuplicates();
    assertThat(rows()).allSatisfy(row -> assertThat(all).contains(row.chinese()));
  }
}
