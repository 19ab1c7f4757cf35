package io.github.danmuhub.kafka.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.platform.RoomRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RoomsTopicTest {
  private static final String TOPIC = "danmu.rooms";
  private static final RoomRef ROOM = new RoomRef("bilibili", "1");
  private static final Node NODE = new Node(1, "127.0.0.1", 9092);
  private static final List<PartitionInfo> PARTITIONS = List.of(info(0), info(1), info(2));

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          new Cluster("c", List.of(NODE), PARTITIONS, Set.of(), Set.of()),
          true,
          null,
          new StringSerializer(),
          new ByteArraySerializer());
  private final RoomsTopic rooms =
      new RoomsTopic(TOPIC, consumer, producer, Duration.ofSeconds(20), () -> 5_000);

  private static PartitionInfo info(int partition) {
    return new PartitionInfo(TOPIC, partition, NODE, new Node[0], new Node[0]);
  }

  /** The topic holds the room in these partitions, the later ones asked for later. */
  private void holds(int... partitions) {
    consumer.updatePartitions(TOPIC, PARTITIONS);
    PARTITIONS.forEach(
        each -> {
          TopicPartition partition = new TopicPartition(TOPIC, each.partition());
          consumer.updateBeginningOffsets(Map.of(partition, 0L));
          consumer.updateEndOffsets(Map.of(partition, 0L));
        });
    for (int i = 0; i < partitions.length; i++) {
      TopicPartition partition = new TopicPartition(TOPIC, partitions[i]);
      consumer.updateEndOffsets(Map.of(partition, 1L));
      byte[] value = RoomRecord.plain(100L + i).write();
      consumer.schedulePollTask(
          () ->
              consumer.addRecord(
                  new ConsumerRecord<>(TOPIC, partition.partition(), 0, ROOM.toString(), value)));
    }
  }

  private List<String> written() {
    return producer.history().stream()
        .map(record -> record.partition() + (record.value() == null ? " gone" : " wanted"))
        .toList();
  }

  @Test
  void aRoomThatIsWantedAlreadyStaysInItsPartition() throws Exception {
    holds(2);
    assertThat(rooms.add(ROOM, RoomRecord.plain(5_000))).isFalse();
    assertThat(written()).containsExactly("2 wanted");
  }

  @Test
  void aNewRoomGoesWhereItsNameLeads() throws Exception {
    holds();
    assertThat(rooms.add(ROOM, RoomRecord.plain(5_000))).isTrue();
    assertThat(written()).containsExactly("null wanted");
  }

  @Test
  void aMoveWantsTheRoomThereBeforeItGoesHere() throws Exception {
    holds(1);
    assertThat(rooms.move(ROOM, 2)).isTrue();
    assertThat(written()).containsExactly("2 wanted", "1 gone");
    RoomRecord moved = RoomRecord.read(producer.history().get(0).value());
    assertThat(moved.from()).isEqualTo(1);
    assertThat(moved.at()).isEqualTo(5_000);
  }

  @Test
  void whatIsThereAlreadyIsNotMoved() throws Exception {
    holds(1);
    assertThat(rooms.move(ROOM, 1)).isFalse();
    assertThat(rooms.move(new RoomRef("bilibili", "2"), 1)).isFalse();
    assertThat(written()).isEmpty();
  }

  @Test
  void aRoomThatADeadMoverLeftInTwoPartitionsGoesFromBoth() throws Exception {
    holds(0, 2);
    assertThat(rooms.remove(ROOM)).isTrue();
    assertThat(written()).containsExactlyInAnyOrder("0 gone", "2 gone");
  }
}
