package io.github.danmuhub.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.text.Language;
import io.github.danmuhub.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the module says to people stands in the program's dictionaries. */
class WordsTest {
  private static final Path MAIN =
      Path.of(System.getProperty("danmu.root", ".."), "kafka/src/main/java");
  private static final Pattern KEY = Pattern.compile("\"(kafka\\.[a-z-]+)\"");

  private static List<String> keys() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> KEY.matcher(read(file)).results())
          .map(found -> found.group(1))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatTheModuleAsksForIsThereInBothLanguages() throws IOException {
    Words english = Words.of(Language.ENGLISH);
    Words chinese = Words.of(Language.CHINESE);
    assertThat(keys())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(english.has(key)).as(key).isTrue())
        .allSatisfy(key -> assertThat(chinese.has(key)).as(key).isTrue());
  }
}
