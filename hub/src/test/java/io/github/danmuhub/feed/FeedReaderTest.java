package io.github.danmuhub.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.danmuhub.feed.yaml.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Files that describe sites, and what is said of those that do not. */
class FeedReaderTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Path ROOT = Path.of(System.getProperty("danmu.root", ".."));
  private static final String GOOD =
      """
      feed: 1
      id: tiny
      settings: {host: "127.0.0.1:1"}
      lookup:
        - get: http://{host}/token
          take: {token: $.t}
      socket:
        url: ws://{host}/?t={token}
        heartbeat: {every: 30s, text: ping}
      decode: [json]
      events:
        - type: chat
          text: $.text
      """;

  @Test
  void theExamplesAreReadAndAreWhatTheSchemaSays() throws IOException {
    JsonSchema schema = schema();
    try (Stream<Path> files = Files.list(FeedContract.example("."))) {
      List<Path> examples = files.filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
      for (Path example : examples) {
        assertThatCode(() -> FeedReader.read(example))
            .as(example.toString())
            .doesNotThrowAnyException();
        assertThat(schema.validate(YAML.readTree(example.toFile())))
            .as(example.toString())
            .isEmpty();
      }
    }
  }

  private static JsonSchema schema() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(ROOT.resolve("docs/feed.schema.json").toFile());
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
  }

  @Test
  void aRefusalNamesTheLineTheKeyAndWhatToWrite() {
    refused("id: tiny", "id: Tiny!", "tiny.yaml, line 2: id: 'Tiny!' is no name");
    refused("feed: 1", "feed: 2", "line 1: feed: is 1");
    refused("id: tiny", "idd: tiny", "line 2: idd: unknown key; known here: decode, ");
    refused("$.t}", "t}", "line 6: lookup 1.take.token: 't' is no path: write $.a.b[0]['c'][*]");
    refused("{token}", "{tokn}", "line 8: socket.url: {tokn} is not known by then; known are ");
    refused("ws://{host}", "http://{host}", "line 8: socket.url: 'http://");
    refused("every: 30s", "every: soon", "line 9: socket.heartbeat.every: 'soon' is no time");
    refused("[json]", "[gunzip]", "line 10: decode: must end with json or protobuf-raw");
    refused("[json]", "[json, gunzip]", "line 10: decode 2: takes bytes, but the step before it");
    refused("[json]", "[unzip, json]", "line 10: decode 1: no such step; there are base64, brotli");
    refused("type: chat", "type: chatt", "line 12: events 1.type: no such event; there are chat, ");
    refused("text: $.text", "txt: $.text", "line 13: events 1.txt: unknown key");
    refused("text: $.text", "user: $.text", "line 12: events 1: 'text' is missing");
    refused("text: $.text", "text: $.text[", "line 13: events 1.text: '$.text[' is no path");
    refused("text: $.text", "text: \"{name}\"", "{name} is not known here: write {$.PATH}");
    refused("decode: [json]", "decode: &x [json]\nname: *x", "line 10: the anchor &x is refused");
    refused("socket:", "sockets:", "line 7: sockets: unknown key");
    refused(
        "id: tiny",
        "id: tiny\nid: tiny",
        "line 3: the key 'id' stands here for the second time; first on line 2");
    refused(GOOD, "", "says nothing");
    refused(GOOD, "- 1", "write keys with values here");
  }

  private static void refused(String good, String bad, String words) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(() -> FeedReader.parse("tiny.yaml", GOOD.replace(good, bad)))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining(words);
  }

  @Test
  void whatTheReaderRefusesTheSchemaRefusesToo() throws IOException {
    JsonSchema schema = schema();
    for (String bad : List.of("idd: tiny", "id: Tiny!")) {
      assertThat(schema.validate(YAML.readTree(GOOD.replace("id: tiny", bad)))).isNotEmpty();
    }
    assertThat(schema.validate(YAML.readTree(GOOD.replace("type: chat", "type: x")))).isNotEmpty();
    assertThat(schema.validate(YAML.readTree(GOOD))).isEmpty();
  }

  @Property(tries = 300)
  void noFileDoesMoreThanBeRefused(@ForAll String text, @ForAll int at) {
    int place = Math.floorMod(at, GOOD.length());
    for (String yaml : List.of(text, GOOD.substring(0, place) + text + GOOD.substring(place))) {
      try {
        assertThat(FeedReader.parse("x.yaml", yaml).id()).isNotBlank();
      } catch (FeedException e) {
        assertThat(e.getMessage()).startsWith("x.yaml");
      }
    }
  }
}
