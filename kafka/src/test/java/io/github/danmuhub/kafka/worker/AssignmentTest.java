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
    assignment.assigned(List.of(partition), epoch, 0);
    assignment.end(partition, rooms.length);
    for (RoomRef room : rooms) {
      assignment.record(partition, room, wanted(1));
    }
    assignment.position(partition, rooms.length);
  }

  @Test
  void aPartitionCountsOnceItIsReadToTheEndThatItHad() {
    assignment.assigned(List.of(3), 7, 0);
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
  void whatIsLostIsHeardOnUntilTheGroupHasSettled() {
    comes(3, 7, ONE);
    comes(4, 7, TWO);
    assignment.lost(List.of(3, 4), 1_000);
    assignment.assigned(List.of(3), 9, 2_000);
    assertThat(assignment.wanted()).containsOnlyKeys(ONE, TWO);
    assertThat(assignment.wanted().get(ONE)).isEqualTo(new Wanted(3, 9, wanted(1)));
    assignment.assigned(List.of(), 10, 4_000);
    assertThat(assignment.tick(6_999)).as("it was shared out once more").isFalse();
    assertThat(assignment.tick(7_000)).isTrue();
    assertThat(assignment.wanted()).as("the other partition is another's").containsOnlyKeys(ONE);
    assertThat(assignment.isSettling()).isFalse();
  }

  @Test
  void whoseOthersMayBeHeardStillWaitsUntilTheGroupHasSettled() {
    comes(3, 7, ONE);
    assignment.lost(List.of(3), 1_000);
    assignment.assigned(List.of(3, 4), 9, 2_000);
    assignment.end(4, 1);
    assignment.record(4, TWO, wanted(1));
    assignment.position(4, 1);
    assertThat(assignment.wanted()).as("another may hear it still").containsOnlyKeys(ONE);
    assertThat(assignment.untaken()).as("so nothing is said of it").contains(4);
    assertThat(assignment.claims()).containsExactly(3);
    assertThat(assignment.tick(5_000)).isTrue();
    assertThat(assignment.wanted()).containsOnlyKeys(ONE, TWO);
    assertThat(assignment.untaken()).doesNotContain(4);
  }

  @Test
  void whoIsThrownOutOnceMoreWaitsForTheNextAssignment() {
    comes(3, 7, ONE);
    assignment.lost(List.of(3), 1_000);
    assignment.assigned(List.of(3), 9, 2_000);
    assignment.lost(List.of(3), 4_000);
    assertThat(assignment.tick(5_000)).as("nobody has shared out since").isFalse();
    assertThat(assignment.wanted()).containsOnlyKeys(ONE);
  }

  @Test
  void aGroupThatNeverSettlesKeepsNothingWaitingForLongerThanNinetySeconds() {
    comes(3, 7, ONE);
    assignment.lost(List.of(3), 1_000);
    assignment.assigned(List.of(4), 9, 2_000);
    assignment.end(4, 1);
    assignment.record(4, TWO, wanted(1));
    assignment.position(4, 1);
    for (long now = 4_000; now < 91_000; now += 2_000) {
      assignment.assigned(List.of(), 10, now);
      assertThat(assignment.tick(now)).isFalse();
    }
    assertThat(assignment.tick(91_000)).isTrue();
    assertThat(assignment.wanted()).containsOnlyKeys(TWO);
    assertThat(assignment.isSettling()).isFalse();
  }

  @Test
  void whatIsRevokedMeanwhileIsHeardOnSinceWhoGetsItWaits() {
    comes(3, 7, ONE);
    comes(4, 7, TWO);
    assignment.lost(List.of(3, 4), 1_000);
    assignment.assigned(List.of(3, 4, 5), 9, 2_000);
    assignment.revoked(List.of(4, 5));
    assertThat(assignment.wanted()).containsOnlyKeys(ONE, TWO);
    assertThat(assignment.claims()).containsExactlyInAnyOrder(3, 4);
    assignment.tick(5_000);
    assertThat(assignment.wanted()).containsOnlyKeys(ONE);
  }

  @Test
  void aPartitionThatComesBackIsReadAnewWhileItsRoomsAreHeardOn() {
    comes(3, 7, ONE, TWO);
    assignment.lost(List.of(3), 1_000);
    assignment.assigned(List.of(3), 9, 2_000);
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
    assertThat(assignment.claims()).isEqualTo(Set.of(3));
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
