package io.github.danmuhub.kafka.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In the group by Kafka's own double of a consumer, in a time of our own. */
class MembershipTest {
  private static final String TOPIC = "danmu.rooms";
  private static final RoomRef ONE = new RoomRef("bilibili", "1");
  private static final RoomRef TWO = new RoomRef("bilibili", "2");

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final List<Set<Integer>> leaving = new ArrayList<>();
  private Map<RoomRef, Wanted> wanted = Map.of();
  private long now = 1_000;
  private final Membership membership =
      new Membership(TOPIC, consumer, new Assignment(), () -> now, new Told());

  private final class Told implements Membership.Listener {
    @Override
    public void wanted(Map<RoomRef, Wanted> rooms) {
      wanted = rooms;
    }

    @Override
    public void leaving(Set<Integer> partitions) {
      leaving.add(Set.copyOf(partitions));
      assertThat(wanted).as("their rooms are still open").isNotEmpty();
    }

    @Override
    public void left() {
      leaving.add(Set.of());
    }
  }

  MembershipTest() {
    consumer.updateBeginningOffsets(offsets(0));
    consumer.updateEndOffsets(offsets(0));
    membership.join();
  }

  private static Map<TopicPartition, Long> offsets(long offset) {
    return IntStream.range(0, 4)
        .mapToObj(MembershipTest::partition)
        .collect(toMap(Function.identity(), any -> offset));
  }

  private static TopicPartition partition(int number) {
    return new TopicPartition(TOPIC, number);
  }

  private void says(int partition, long offset, RoomRef room, byte @Nullable [] value) {
    consumer.addRecord(new ConsumerRecord<>(TOPIC, partition, offset, room.toString(), value));
  }

  private void round() {
    membership.round(Duration.ZERO);
  }

  @Test
  void whatStandsInThePartitionsThatComeIsWanted() {
    consumer.updateEndOffsets(Map.of(partition(0), 2L));
    consumer.rebalance(List.of(partition(0), partition(1)));
    says(0, 0, ONE, RoomRecord.plain(1).write());
    says(0, 1, TWO, RoomRecord.plain(1).write());
    round();
    assertThat(wanted).containsOnlyKeys(ONE, TWO);
    says(0, 2, ONE, null);
    round();
    assertThat(wanted).containsOnlyKeys(TWO);
  }

  @Test
  void whatIsTakenAwayIsToldBeforeAndAfterItIsHungUp() {
    consumer.updateEndOffsets(Map.of(partition(0), 1L));
    consumer.rebalance(List.of(partition(0)));
    says(0, 0, ONE, RoomRecord.plain(1).write());
    round();
    membership.onPartitionsRevoked(List.of(partition(0)));
    assertThat(leaving).containsExactly(Set.of(0), Set.of());
    assertThat(wanted).isEmpty();
  }

  @Test
  void whatIsLostIsHeardOnAndClaimedAgain() {
    consumer.updateEndOffsets(Map.of(partition(0), 1L));
    consumer.rebalance(List.of(partition(0)));
    says(0, 0, ONE, RoomRecord.plain(1).write());
    round();
    membership.onPartitionsLost(List.of(partition(0)));
    assertThat(wanted).containsOnlyKeys(ONE);
    assertThat(membership.kept().partitions()).containsExactly(0);
    now += Assignment.KEPT_MS;
    round();
    assertThat(wanted).isEmpty();
    assertThat(membership.kept()).isEqualTo(KeptAssignor.Kept.NOTHING);
  }

  @Test
  void whatOthersWroteThereIsPassedOver() {
    consumer.updateEndOffsets(Map.of(partition(0), 3L));
    consumer.rebalance(List.of(partition(0)));
    says(0, 0, ONE, "no JSON".getBytes(UTF_8));
    consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 1, "nonsense", RoomRecord.plain(1).write()));
    says(0, 2, TWO, RoomRecord.plain(1).write());
    round();
    assertThat(wanted).containsOnlyKeys(TWO);
  }
}
