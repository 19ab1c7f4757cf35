package io.github.danmuhub.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.script.Carried;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * docs/platforms.md says what the platforms' own tables say. After a change of a table it is
 * written anew by this test with {@code -Ddanmu.docs=write}.
 */
class PlatformsDocTest {
  private static final Path PAGE =
      Path.of(System.getProperty("danmu.root", ".."), "docs", "platforms.md");

  private static final String HEAD =
      """
      # What each platform tells

      Made from the platforms' own tables by a test: what their messages carry, and so what you may
      hope for in an event, and what `danmu simulate` says. What every platform has (a text, a name,
      a count) is not listed.
      """;

  @Test
  void thePageSaysWhatTheTablesSay() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("danmu.docs"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().as("stale: see this test on how to write it").isEqualTo(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Platform platform : Platforms.all()) {
      if (platform instanceof Simulatable simulatable) {
        page.append("\n## ").append(platform.id()).append("\n\n");
        section(HostedPlatform.vocabularyOf(simulatable).carried(), page);
      }
    }
    return page.toString();
  }

  private static void section(Carried carried, StringBuilder page) {
    page.append("Ids are ")
        .append(ids(carried.ids()))
        .append("; amounts come in ")
        .append(String.join(", ", carried.currencies()))
        .append(".\n\n| event | its time | beyond the common | words |\n|---|---|---|---|\n");
    for (Carried.Line line : carried.lines()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  snake(line.type().getSimpleName()),
                  precision(line.precision()),
                  words(line.fields()),
                  kinds(line)));
    }
  }

  private static String ids(Carried.Ids ids) {
    return switch (ids) {
      case NUMBERS -> "numbers";
      case NUMBERS_FOR_USERS -> "numbers for users and gifts, any text for messages";
      case TEXT -> "any text";
    };
  }

  private static String precision(int precision) {
    return switch (precision) {
      case Carried.NO_TIME -> "none";
      case Carried.MILLISECONDS -> "milliseconds";
      case Carried.SECONDS -> "seconds";
      default -> precision + " ms";
    };
  }

  /** The constants by what they are: roles, figures … */
  private static String kinds(Carried.Line line) {
    Map<String, List<Enum<?>>> kinds =
        line.words().stream()
            .collect(
                groupingBy(
                    word -> snake(word.getDeclaringClass().getSimpleName()),
                    TreeMap::new,
                    toList()));
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + ": " + words(kind.getValue()))
        .collect(joining("; "));
  }

  @SuppressWarnings("EnumOrdinal") // in the order in which they are declared
  private static String words(Collection<? extends Enum<?>> constants) {
    return constants.stream()
        .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
        .map(constant -> "`" + constant.name().toLowerCase(Locale.ROOT) + "`")
        .collect(joining(" "));
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
