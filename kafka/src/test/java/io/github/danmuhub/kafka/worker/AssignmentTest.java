package io.github.danmuhub.kafka.worker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final RoomRef ONE = new RoomRef("bilibili", "1");
  private static final RoomRef TWO = new RoomRef("bilibili", "2");

  private final Assignment assignment = new Assignment();

  private static RoomRecord wanted(long at) {
    return RoomRecord.plain(at);
  }

  /** A partition that holds these rooms comes, and is read. */
  private void comes(int partition, long epoch, RoomRef... rooms) {
    assignment.assigned(List.of(partition), epoch);
    assignment.end(partition, rooms.length);
    for (RoomRef room : rooms) {
      assignment.record(partition, room, wanted(1));
    }
    assignment.position(partition, rooms.length);
  }

  @Test
  void aPartitionCountsOnceItIsReadToTheEndThatItHad() {
    assignment.assigned(List.of(3), 7);
    assertThat(assignment.withoutEnd()).containsExactly(3);
    assignment.end(3, 4);
    assignment.record(3, ONE, wanted(1));
    assignment.record(3, TWO, wanted(1));
    assignment.record(3, ONE, null);
    assertThat(assignment.position(3, 3)).isFalse();
    assertThat(assignment.wanted()).isEmpty();
    assertThat(assignment.position(3, 4)).isTrue();
    assertThat(assignment.wanted())
        .containsOnlyKeys(TWO)
        .containsEntry(TWO, new Wanted(3, 7, wanted(1)));
  }

  @Test
  void fromThereOnItIsFollowed() {
    comes(3, 7, ONE);
    assignment.record(3, TWO, wanted(2));
    assertThat(assignment.wanted()).containsOnlyKeys(ONE, TWO);
    assignment.record(3, ONE, null);
    assertThat(assignment.wanted()).containsOnlyKeys(TWO);
  }

  @Test
  void whatIsRevokedGoesAtOnceAndTheRestKeepsItsEpoch() {
    comes(3, 7, ONE);
    comes(4, 8, TWO);
    assignment.revoked(List.of(4));
    assertThat(assignment.wanted()).containsOnlyKeys(ONE);
    assertThat(assignment.epochs()).containsEntry(3, 7L);
  }

  @Test
  void whatIsLostIsHeardOnUntilTheNextAssignment() {
    comes(3, 7, ONE);
    comes(4, 7, TWO);
    assignment.lost(List.of(3, 4), 1_000);
    assertThat(assignment.wanted()).containsOnlyKeys(ONE, TWO);
    assignment.assigned(List.of(), 9);
    assertThat(assignment.wanted()).as("an assignment of nothing is none").hasSize(2);
    assignment.assigned(List.of(3), 9);
    assertThat(assignment.wanted()).as("the other partition is another's").containsOnlyKeys(ONE);
    assertThat(assignment.wanted().get(ONE)).isEqualTo(new Wanted(3, 9, wanted(1)));
  }

  @Test
  void aPartitionThatComesBackIsReadAnewWhileItsRoomsAreHeardOn() {
    comes(3, 7, ONE, TWO);
    assignment.lost(List.of(3), 1_000);
    assignment.assigned(List.of(3), 9);
    assignment.end(3, 3);
    assignment.record(3, ONE, null);
    assignment.record(3, TWO, wanted(1));
    assertThat(assignment.wanted()).containsOnlyKeys(ONE, TWO);
    assignment.position(3, 3);
    assertThat(assignment.wanted()).containsOnlyKeys(TWO);
  }

  @Test
  void whatIsLostForGoodGoesAfterNinetySeconds() {
    comes(3, 7, ONE);
    assignment.lost(List.of(3), 1_000);
    assertThat(assignment.kept()).isEqualTo(Set.of(3));
    assertThat(assignment.tick(90_999)).isFalse();
    assertThat(assignment.wanted()).containsOnlyKeys(ONE);
    assertThat(assignment.tick(91_000)).isTrue();
    assertThat(assignment.wanted()).isEmpty();
  }

  @Test
  void aRoomThatIsMovedBetweenTwoPartitionsOfOursIsWantedAllTheTime() {
    comes(3, 7, ONE);
    comes(4, 8);
    assignment.record(4, ONE, wanted(1).movedFrom(3, 5));
    assertThat(requireNonNull(assignment.wanted().get(ONE)).partition()).isEqualTo(4);
    assignment.record(3, ONE, null);
    assertThat(assignment.wanted().get(ONE)).isEqualTo(new Wanted(4, 8, wanted(1).movedFrom(3, 5)));
  }

  @Test
  void whatOthersSayOfPartitionsThatWeDoNotHaveIsNothing() {
    assignment.record(5, ONE, wanted(1));
    assignment.end(5, 1);
    assertThat(assignment.position(5, 1)).isFalse();
    assertThat(assignment.wanted()).isEmpty();
  }
}
