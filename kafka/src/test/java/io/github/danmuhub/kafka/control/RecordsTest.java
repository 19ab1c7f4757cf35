package io.github.danmuhub.kafka.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What stands in the topics, written and read. */
class RecordsTest {
  private static final RoomRef ROOM = new RoomRef("bilibili", "1");

  private static byte[] text(String json) {
    return json.getBytes(UTF_8);
  }

  @Test
  void aWantedRoomIsReadAsItWasWritten() throws Exception {
    RoomRecord wanted = new RoomRecord(5, Map.of("transport", "tcp"), "main", "eu", 7);
    assertThat(new String(wanted.write(), UTF_8))
        .isEqualTo(
            """
            {"v":1,"at":5,"settings":{"transport":"tcp"},"account":"main","proxy":"eu","from":7}""");
    assertThat(RoomRecord.read(wanted.write())).isEqualTo(wanted);
    assertThat(RoomRecord.read(RoomRecord.plain(5).write())).isEqualTo(RoomRecord.plain(5));
    assertThat(RoomRecord.read(text("{\"v\":2,\"later\":[1]}"))).isEqualTo(RoomRecord.plain(0));
  }

  @Test
  void aSecretHasNoPlaceInIt() {
    assertThatThrownBy(
            () -> RoomRecord.read(text("{\"settings\":{\"cookie-file\":\"/tmp/secret\"}}")))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a wanted room names its account, not a file of cookies");
    assertThatThrownBy(() -> RoomRecord.read(text("{\"proxy\":\"http://me:secret@eu:1\"}")))
        .isInstanceOf(MalformedException.class)
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> RoomRecord.read(text("{\"account\":\"SESSDATA=1\"}")))
        .isInstanceOf(MalformedException.class)
        .hasMessageNotContaining("SESSDATA");
  }

  @Test
  void aWordIsReadAsItWasWritten() throws Exception {
    Heard word =
        new Heard(
            "cat-1",
            7,
            10_000,
            Map.of(
                ROOM,
                new Heard.State(9_960, Heard.LIVE, null),
                new RoomRef("douyin", "2"),
                new Heard.State(0, Heard.NO_SLOT, "full")),
            new Free(Map.of(Free.all(), 3)));
    assertThat(Heard.read(word.write())).isEqualTo(word);
    assertThat(Heard.partition(Heard.key("a", 12))).isEqualTo(12);
    assertThat(Heard.partition("a/b")).isEqualTo(-1);
  }

  @Property(tries = 200)
  void anyBytesAreAValueOrMalformed(@ForAll byte[] bytes) {
    try {
      assertThat(RoomRecord.read(bytes).from()).isGreaterThanOrEqualTo(RoomRecord.NOWHERE);
      assertThat(Heard.read(bytes).worker()).isNotNull();
    } catch (MalformedException expected) {
      assertThat(expected.why()).isNotBlank();
    }
  }

  @Test
  void aKeyIsARoom() throws Exception {
    assertThat(RoomRecord.room("bilibili:1")).isEqualTo(ROOM);
    assertThatThrownBy(() -> RoomRecord.room("bilibili")).isInstanceOf(MalformedException.class);
  }
}
