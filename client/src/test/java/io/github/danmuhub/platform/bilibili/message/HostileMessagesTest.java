package io.github.danmuhub.platform.bilibili.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.event.json.EventWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Nothing that comes in makes the events throw; what is still usable is used. */
class HostileMessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** These say nothing when all is well. */
  private static final Set<String> SILENT = Set.of("LIVE_INTERACTIVE_GAME");

  private static final List<String> REPLACEMENTS =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5e300",
          "9223372036854775807",
          "99999999999999999999999999",
          "\"\"",
          "\"12\"",
          "\"not a number\"",
          "\"\\ud800\"",
          "[]",
          "[[],[1]]",
          "{}",
          "{\"a\":{\"uid\":[]}}");

  @Property(tries = 1500)
  void aValueOfAnotherTypeNeverThrowsAndNeverDisappears(
      @ForAll("messages") byte[] before, @ForAll int where, @ForAll("values") String value)
      throws Exception {
    JsonNode message = parse(before);
    String cmd = message.get("cmd").asText();
    replaceLeaf(message, where, JSON.readTree(value));
    List<LiveEvent> events = EventLog.of(JSON.writeValueAsBytes(message));

    assertThat(events.isEmpty()).isEqualTo(isSilent(cmd, events));
    for (LiveEvent event : events) {
      EventReader.read(EventWriter.write(event));
    }
  }

  private static boolean isSilent(String cmd, List<LiveEvent> events) {
    return events.isEmpty() && SILENT.contains(cmd);
  }

  @Provide
  Arbitrary<byte[]> messages() {
    return Arbitraries.of(Fixtures.messages());
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(REPLACEMENTS);
  }

  /** Replaces the field or element number {@code where} of all that there are, at any depth. */
  private static void replaceLeaf(JsonNode root, int where, JsonNode value) {
    List<Runnable> places = new ArrayList<>();
    collect(root, value, places);
    places.get(Math.floorMod(where, places.size())).run();
  }

  private static void collect(JsonNode node, JsonNode value, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        places.add(() -> object.set(field.getKey(), value));
        collect(field.getValue(), value, places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(() -> array.set(index, value));
        collect(array.get(i), value, places);
      }
    }
  }

  @Test
  void everyPrefixOfEveryMessageIsOneMalformed() throws IOException {
    for (byte[] message : Fixtures.messages()) {
      byte[] whole = JSON.writeValueAsBytes(parse(message));
      for (int length = 0; length < whole.length; length++) {
        List<LiveEvent> events = EventLog.of(Arrays.copyOf(whole, length));
        assertThat(events)
            .as("%s cut to %d bytes", new String(whole, UTF_8), length)
            .hasSize(1)
            .hasOnlyElementsOfType(Malformed.class);
      }
    }
  }

  @Test
  void aBrokenExtraCostsOnlyWhatStoodInIt() throws IOException {
    JsonNode message = parse(Fixtures.read("DANMU_MSG_reply"));
    ObjectNode details = (ObjectNode) message.at("/info/0/15");
    String extra = details.get("extra").asText();
    for (int length = 0; length < extra.length(); length++) {
      details.put("extra", extra.substring(0, length));
      List<LiveEvent> events = EventLog.of(JSON.writeValueAsBytes(message));
      assertThat(events).hasSize(1).hasOnlyElementsOfType(Chat.class);
    }
  }

  @Test
  void whatAUserWritesIsNotTakenForTheIdOfTheMessage() throws IOException {
    JsonNode message = parse(Fixtures.read("DANMU_MSG_reply"));
    String content = "\",\"id_str\":\"forged\",\"reply_mid\":7,\"x\":\"";
    ObjectNode extra = JSON.createObjectNode().put("content", content).put("id_str", "real");
    extra.putObject("nested").put("id_str", "forged too");
    ((ObjectNode) message.at("/info/0/15")).put("extra", JSON.writeValueAsString(extra));
    Chat chat = (Chat) EventLog.of(JSON.writeValueAsBytes(message)).get(0);

    assertThat(chat.origin().id()).isEqualTo("real");
    assertThat(chat.replyTo()).isNull();
  }

  @Test
  void numbersAsStringsAreStillNumbers() throws IOException {
    JsonNode message = parse(Fixtures.read("SEND_GIFT_blind_box"));
    ObjectNode data = (ObjectNode) message.get("data");
    List<LiveEvent> asNumbers = EventLog.of(JSON.writeValueAsBytes(message));
    for (var field : List.copyOf(data.properties())) {
      if (field.getValue().isNumber()) {
        data.put(field.getKey(), field.getValue().asText());
      }
    }
    assertThat(EventLog.of(JSON.writeValueAsBytes(message))).isEqualTo(asNumbers);
  }

  @Test
  void aThousandFieldsThatNobodyKnowsDoNoHarm() {
    StringBuilder json = new StringBuilder("{\"cmd\":\"BRAND_NEW\"");
    for (int i = 0; i < 1_000; i++) {
      json.append(",\"field").append(i).append("\":").append(i);
    }
    List<LiveEvent> events = EventLog.of(json.append('}').toString().getBytes(UTF_8));

    assertThat(events).hasSize(1).hasOnlyElementsOfType(Unknown.class);
  }

  private static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
