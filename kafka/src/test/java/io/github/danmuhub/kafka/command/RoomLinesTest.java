package io.github.danmuhub.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.kafka.control.Free;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.kafka.control.RoomTable;
import io.github.danmuhub.platform.RoomRef;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RoomLinesTest {
  private static final RoomRef ONE = new RoomRef("bilibili", "1");
  private static final RoomRef TWO = new RoomRef("bilibili", "2");

  private final RoomTable table = new RoomTable();

  private void wanted(int partition, RoomRef room, String account) {
    RoomRecord record = new RoomRecord(1, Map.of(), account, "", RoomRecord.NOWHERE);
    table.add(new ConsumerRecord<>("t", partition, 0, room.toString(), record.write()));
  }

  private static Heard says(String worker, long at, RoomRef room, Heard.State state) {
    return new Heard(worker, 7, at, Map.of(room, state), Free.ENDLESS);
  }

  @Test
  void aRoomStandsOnceForEachZoneWithWhoHearsItAndSinceWhen() {
    wanted(3, ONE, "main");
    wanted(4, TWO, "");
    Map<String, Heard> words =
        Map.of(
            "a/3", says("cat-1", 99_900, ONE, new Heard.State(99_500, Heard.LIVE, null)),
            "b/3", says("dog-1", 50_000, ONE, new Heard.State(49_000, Heard.LIVE, null)));
    assertThat(RoomLines.of(table, words, 100_000))
        .containsExactly(
            "bilibili:1  a  cat-1  live  0.5  main",
            "bilibili:1  b  dog-1  nobody  51.0  main",
            "bilibili:2  -  -  wanted  -  -");
  }

  @Test
  void whatKeepsARoomFromBeingHeardStandsBehindIt() {
    wanted(3, ONE, "");
    Heard.State full = new Heard.State(0, Heard.NO_SLOT, "full\u001b[2J");
    assertThat(RoomLines.of(table, Map.of("a/3", says("cat-1", 99_900, ONE, full)), 100_000))
        .singleElement()
        .asString()
        .startsWith("bilibili:1  a  cat-1  no-slot  -  -  full")
        .doesNotContain("\u001b");
  }
}
