package io.github.danmuhub.kafka.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of which partitions a worker says until when it heard them. */
class ShiftTest {
  private static final RoomRef ONE = new RoomRef("bilibili", "1");
  private static final RoomRef TWO = new RoomRef("bilibili", "2");
  private static final Heard.State HEARD = new Heard.State(5_000, "live", null);

  private final Assignment assignment = new Assignment();

  private void comes(int partition, RoomRef... rooms) {
    assignment.assigned(List.of(partition), 7, 0);
    assignment.end(partition, rooms.length);
    for (RoomRef room : rooms) {
      assignment.record(partition, room, RoomRecord.plain(1));
    }
    assignment.position(partition, rooms.length);
  }

  private Map<Integer, Long> takenUp(Map<Integer, Map<RoomRef, Heard.State>> states) {
    return Shift.takenUp(assignment.epochs(), assignment, states);
  }

  @Test
  void ofAPartitionNothingIsSaidBeforeAllItsRoomsAreTakenUp() {
    comes(3, ONE, TWO);
    comes(4);
    assertThat(takenUp(Map.of(3, Map.of(ONE, HEARD)))).containsOnlyKeys(4);
    assertThat(takenUp(Map.of(3, Map.of(ONE, HEARD, TWO, HEARD)))).containsOnlyKeys(3, 4);
  }

  @Test
  void noneIsSaidOfOneThatIsStillRead() {
    assignment.assigned(List.of(3), 7, 0);
    assertThat(takenUp(Map.of())).isEmpty();
  }

  @Test
  void whatIsLostIsSpokenOfUnderItsEpochAndWhatWaitsIsNot() {
    comes(3, ONE);
    assignment.lost(List.of(3), 1_000);
    assignment.assigned(List.of(4), 9, 2_000);
    assignment.end(4, 0);
    assignment.position(4, 0);
    assertThat(takenUp(Map.of(3, Map.of(ONE, HEARD)))).isEqualTo(Map.of(3, 7L));
  }
}
