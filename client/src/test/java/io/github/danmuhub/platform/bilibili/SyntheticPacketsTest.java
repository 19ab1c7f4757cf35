package io.github.danmuhub.platform.bilibili;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.bilibili.packet.PacketLog;
import io.github.danmuhub.testing.Captures;
import io.github.danmuhub.testing.RecordingContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Golden and malformed packets give what is said of them. */
class SyntheticPacketsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyPacketGivesWhatItSays() throws IOException {
    JsonNode all =
        JSON.readTree(Captures.dir().resolve("bilibili/synthetic/packets.json").toFile());
    assertThat(all).hasSize(28);
    return StreamSupport.stream(all.spliterator(), false)
        .map(it -> DynamicTest.dynamicTest(it.get("name").asText(), () -> gives(it)));
  }

  private static void gives(JsonNode packet) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(packet.get("hex").asText());
    JsonNode expect = packet.get("expect");
    if (expect.has("error")) {
      isToldAndTheNextSurvives(packet.get("name").asText(), bytes);
      return;
    }
    PacketLog log = PacketLog.of(ByteBuffer.wrap(bytes));
    assertThat(log.malformed).isEmpty();
    if (expect.has("cmds")) {
      assertThat(parsed(log.bodies)).isEqualTo(list(expect.get("cmds")));
    }
    if (expect.has("op")) {
      assertThat(log.packets).hasSize(1);
      assertThat(log.packets.get(0).operation()).isEqualTo(expect.get("op").asInt());
    }
    if (expect.has("json")) {
      assertThat(parsed(log.bodies)).containsExactly(expect.get("json"));
    }
    if (expect.has("popularity")) {
      assertThat(log.packets.get(0).body().getInt(0)).isEqualTo(expect.get("popularity").asInt());
    }
  }

  /** Through the session, which knows the operations and reads the JSON. */
  private static void isToldAndTheNextSurvives(String name, byte[] bytes) {
    RecordingContext out = RecordingContext.of("bilibili");
    RoomRef room = new RoomRef("bilibili", "545068");
    new Bilibili().open(room, out).onFrame(FrameKind.BINARY, ByteBuffer.wrap(bytes));

    assertThat(out.broken()).hasSize(1);
    boolean survives = List.of("bad_json_then_ok", "bad_version").contains(name);
    assertThat(out.events()).hasSize(survives ? 1 : 0);
  }

  private static List<JsonNode> parsed(List<String> bodies) throws IOException {
    List<JsonNode> parsed = new ArrayList<>();
    for (String body : bodies) {
      parsed.add(JSON.readTree(body));
    }
    return parsed;
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
