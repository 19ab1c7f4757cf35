package io.github.danmuhub.event.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/events.md, docs/events.schema.json and the code say the same. */
class EventSchemaTest {
  private static final Path DOCS = Path.of(System.getProperty("danmu.root", ".."), "docs");
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(read("events.schema.json"));

  private static String read(String name) {
    try {
      return Files.readString(DOCS.resolve(name));
    } catch (IOException e) {
      throw new AssertionError("docs/" + name + " cannot be read", e);
    }
  }

  static List<LiveEvent> events() {
    return EventExamples.all();
  }

  static List<String> examplesOfThePage() {
    return read("events.md").lines().filter(line -> line.startsWith("{\"v\":1,")).toList();
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsWrittenIsValid(LiveEvent event) {
    assertValid(new String(EventWriter.write(new Numbered(3, event)), UTF_8));
  }

  @ParameterizedTest
  @MethodSource("examplesOfThePage")
  void anExampleOfThePageIsValidAndIsWrittenExactlySo(String line) throws BadEventException {
    assertValid(line);
    assertThat(new String(EventWriter.write(EventReader.read(line)), UTF_8)).isEqualTo(line);
  }

  private static void assertValid(String json) {
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  @Test
  void everyTypeHasItsExampleOnThePage() throws BadEventException {
    Set<String> types = new TreeSet<>();
    for (String line : examplesOfThePage()) {
      types.add(EventTypes.name(EventReader.read(line).event()));
    }
    assertThat(types).isEqualTo(EventTypes.names());
  }

  @Test
  void everyTypeHasItsRowOnThePageAndItsDefinitionInTheSchema() {
    for (String type : EventTypes.names()) {
      assertThat(read("events.md")).contains("\n| `" + type + "` | ");
      assertThat(SCHEMA.getSchemaNode().path("$defs").has(type)).as(type).isTrue();
    }
  }

  @Test
  void everyWordOfAnEnumIsInTheSchemaAndOnThePage() {
    Stream.of(
            EnumWords.MODE,
            EnumWords.ROLE,
            EnumWords.KIND,
            EnumWords.FIGURE,
            EnumWords.BROADCAST,
            EnumWords.BATTLE,
            EnumWords.ACTION,
            EnumWords.PHASE,
            EnumWords.CONNECTION)
        .flatMap(words -> words.all().stream())
        .forEach(
            word -> {
              assertThat(SCHEMA.getSchemaNode().toString()).contains("\"" + word + "\"");
              assertThat(read("events.md")).contains("`" + word + "`");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"v\":1,\"type\":\"nonsense\"}",
        "{\"v\":1,\"type\":\"room\",\"platform\":\"p\",\"room\":\"1\","
            + "\"received\":\"2026-11-21T08:00:00.123Z\",\"title\":\"t\",\"surprise\":1}",
        "{\"v\":1,\"type\":\"room\",\"platform\":\"p\",\"room\":1,"
            + "\"received\":\"2026-11-21T08:00:00.123Z\",\"title\":\"t\"}",
        "{\"v\":1,\"type\":\"room\",\"platform\":\"p\",\"room\":\"1\","
            + "\"received\":\"2026-11-21T08:00:00.123Z\",\"title\":null}",
      })
  void whatIsNotAnEventIsNotValid(String json) {
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isNotEmpty();
  }
}
