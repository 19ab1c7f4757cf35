package io.github.danmuhub.kafka.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.kafka.control.Free;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverflowTest {
  private static final RoomRef ROOM = new RoomRef("bilibili", "1");
  private static final long NOW = 1_000_000;
  private static final Wanted HERE = new Wanted(0, 7, RoomRecord.plain(1));

  private final Map<String, Heard> words = new HashMap<>();

  private void says(String key, String worker, int slots, Map<RoomRef, Heard.State> rooms) {
    Free free = new Free(Map.of(Free.all(), slots));
    words.put(key, new Heard(worker, 7, NOW - 500, rooms, free));
  }

  private static Map<RoomRef, Heard.State> homeless() {
    return Map.of(ROOM, new Heard.State(0, Heard.NO_SLOT, null));
  }

  private Overflow of(String zone) {
    return new Overflow(zone, words, NOW);
  }

  @Test
  void aRoomGoesWhereThereIsASlot() {
    says("a/0", "cat-1", 0, homeless());
    says("a/1", "cat-1", 0, Map.of());
    says("a/2", "cat-2", 5, Map.of());
    assertThat(of("a").target(ROOM, HERE)).hasValue(2);
  }

  @Test
  void itStaysWhereNobodyHasOne() {
    says("a/0", "cat-1", 0, homeless());
    says("a/2", "cat-2", 0, Map.of());
    assertThat(of("a").target(ROOM, HERE)).isEmpty();
  }

  @Test
  void aWorkerThatIsSilentIsNotCountedOn() {
    says("a/0", "cat-1", 0, homeless());
    Free free = new Free(Map.of(Free.all(), 5));
    words.put("a/2", new Heard("cat-2", 7, NOW - 60_000, Map.of(), free));
    assertThat(of("a").target(ROOM, HERE)).isEmpty();
  }

  @Test
  void aRoomThatWasMovedRests() {
    says("a/0", "cat-1", 0, homeless());
    says("a/2", "cat-2", 5, Map.of());
    Wanted moved = new Wanted(0, 7, RoomRecord.plain(1).movedFrom(2, NOW - 10_000));
    assertThat(of("a").target(ROOM, moved)).isEmpty();
  }

  @Test
  void theOtherZoneMustHaveASlotThereToo() {
    says("a/0", "cat-1", 0, homeless());
    says("a/1", "cat-2", 5, Map.of());
    says("a/2", "cat-2", 5, Map.of());
    says("b/0", "dog-1", 0, Map.of(ROOM, new Heard.State(NOW, Heard.LIVE, null)));
    says("b/1", "dog-2", 0, Map.of());
    says("b/2", "dog-2", 3, Map.of());
    assertThat(of("a").target(ROOM, HERE)).hasValue(2);
  }

  @Test
  void ofTwoZonesWithoutASlotTheFirstDecides() {
    says("a/0", "cat-1", 0, homeless());
    says("a/1", "cat-2", 5, Map.of());
    says("b/0", "dog-1", 0, homeless());
    says("b/1", "dog-2", 5, Map.of());
    assertThat(of("b").target(ROOM, HERE)).isEmpty();
    assertThat(of("a").target(ROOM, HERE)).hasValue(1);
  }

  @Test
  void anAccountThatAWorkerDoesNotHaveIsNoSlot() {
    RoomRecord withAccount = new RoomRecord(1, Map.of(), "main", "", RoomRecord.NOWHERE);
    Wanted wanted = new Wanted(0, 7, withAccount);
    says("a/0", "cat-1", 0, homeless());
    says("a/1", "cat-2", 5, Map.of());
    assertThat(of("a").target(ROOM, wanted)).isEmpty();
    Free known = new Free(Map.of(Free.all(), 5, Free.account("bilibili", "main"), 2));
    words.put("a/1", new Heard("cat-2", 7, NOW, Map.of(), known));
    assertThat(of("a").target(ROOM, wanted)).hasValue(1);
  }
}
