package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.platform.bilibili.message.EventLog;
import io.github.danmuhub.platform.bilibili.message.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is passed unread is what Jackson passes; what Jackson refuses is never passed. */
class UnreadJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "\"a\"",
          "\"a\":",
          "\"\\u003e\"",
          "\"\\u00g0\"",
          "\"\\x\"",
          "弹",
          "\n",
          " ",
          "0",
          "01",
          "-",
          "-7",
          "12",
          "1.5",
          "1e9",
          "true",
          "false",
          "null",
          "nul",
          "\"a\":1,",
          "{}",
          "[],",
          "[[1]]",
          "{\"a\":{\"b\":[]}}");

  private static int pass(byte[] json) {
    boolean object = json[0] == '{';
    return object
        ? UnreadJson.object(json, 1, json.length, Bounds.JSON_DEPTH - 1)
        : UnreadJson.array(json, 1, json.length, Bounds.JSON_DEPTH - 1);
  }

  private static long passedByJackson(byte[] json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      parser.skipChildren();
      assertThat(parser.currentToken().isStructEnd()).isTrue();
      return parser.currentLocation().getByteOffset();
    }
  }

  @Property(tries = 5000)
  void whatIsPassedIsWhatJacksonPasses(@ForAll("texts") String text) throws IOException {
    byte[] json = text.getBytes(UTF_8);
    int behind = pass(json);
    if (behind != UnreadJson.UNUSUAL) {
      assertThat((long) behind).isEqualTo(passedByJackson(json));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> rest =
        Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    return rest.flatMap(text -> Arbitraries.of("{" + text + "}", "[" + text + "]", "{" + text));
  }

  @Property(tries = 2000)
  void oneByteChangedInARealMessageIsSeenAsJacksonSeesIt(
      @ForAll("files") Path file, @ForAll int where, @ForAll("bytes") byte change)
      throws IOException {
    byte[] json = JSON.writeValueAsBytes(JSON.readTree(Fixtures.read(file)));
    int at = 1 + Math.floorMod(where, json.length - 1);
    // UTF-8 is not looked at
    json[at] = json[at] < 0 ? json[at] : change;
    int behind = pass(json);
    if (behind != UnreadJson.UNUSUAL) {
      assertThat((long) behind).isEqualTo(passedByJackson(json));
    }
  }

  @Provide
  Arbitrary<Path> files() {
    return Arbitraries.of(Fixtures.all());
  }

  @Provide
  Arbitrary<Byte> bytes() {
    return Arbitraries.of('"', '\\', '{', '}', '[', ']', ',', ':', '0', 'a', '\n', ' ')
        .map(c -> (byte) c.charValue());
  }

  @Test
  void everyMessageInTheFixturesIsUsual() throws IOException {
    for (Path file : Fixtures.all()) {
      JsonNode message = JSON.readTree(Fixtures.read(file));
      if (!hasFraction(message)) {
        byte[] json = JSON.writeValueAsBytes(message);
        assertThat(pass(json)).as(file.toString()).isEqualTo(json.length);
      }
    }
  }

  private static boolean hasFraction(JsonNode node) {
    for (JsonNode child : node) {
      if (hasFraction(child)) {
        return true;
      }
    }
    return node.isFloatingPointNumber();
  }

  @Test
  void theDepthIsBounded() {
    assertThat(pass(nested(Bounds.JSON_DEPTH))).isEqualTo(2 * Bounds.JSON_DEPTH);
    assertThat(pass(nested(Bounds.JSON_DEPTH + 1))).isEqualTo(UnreadJson.UNUSUAL);
    assertThat(pass(nested(1_000_000))).isEqualTo(UnreadJson.UNUSUAL);
  }

  private static byte[] nested(int depth) {
    return ("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
  }

  @Test
  void whatIsBrokenInAPartThatNobodyReadsIsMalformed() {
    for (String part :
        List.of("[1,]", "{\"a\":}", "{\"a\" 1}", "[\"\\x\"]", "[01]", "[tru]", "[}")) {
      String message = "{\"cmd\":\"LIVE\",\"unread\":" + part + ",\"roomid\":1}";
      List<LiveEvent> events = EventLog.of(message.getBytes(UTF_8));
      assertThat(events).as(part).singleElement().isInstanceOf(Malformed.class);
    }
  }

  @Test
  void whiteSpaceAndFractionsInAPartThatNobodyReadsAreNoFault() {
    String message = "{\"cmd\":\"LIVE\",\"unread\":{ \"a\" : [1.5, -2e3] },\"roomid\":1}";
    List<LiveEvent> events = EventLog.of(message.getBytes(UTF_8));
    assertThat(events).isNotEmpty().noneMatch(Malformed.class::isInstance);
  }
}
