package io.github.danmuhub.kafka.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.kafka.worker.KeptAssignor.Kept;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KeptAssignorTest {
  private static final String TOPIC = "danmu.rooms";

  private final KeptAssignor assignor = new KeptAssignor();

  private static ByteBuffer says(int generation, Integer... partitions) {
    KeptAssignor member = new KeptAssignor();
    Supplier<Kept> kept = () -> new Kept(generation, Set.of(partitions));
    member.configure(Map.of(KeptAssignor.KEPT, kept));
    return member.subscriptionUserData(Set.of(TOPIC));
  }

  private Map<String, Set<Integer>> assigns(Map<String, ByteBuffer> members) {
    Map<String, Subscription> subscriptions = new HashMap<>();
    members.forEach(
        (name, kept) -> subscriptions.put(name, new Subscription(List.of(TOPIC), kept)));
    return assigned(subscriptions);
  }

  private Map<String, Set<Integer>> assigned(Map<String, Subscription> subscriptions) {
    List<PartitionInfo> partitions =
        IntStream.range(0, 4).mapToObj(p -> new PartitionInfo(TOPIC, p, null, null, null)).toList();
    Map<String, Set<Integer>> assigned = new HashMap<>();
    assignor
        .assignPartitions(Map.of(TOPIC, partitions), subscriptions)
        .forEach((name, theirs) -> assigned.put(name, numbers(theirs)));
    return assigned;
  }

  private static Set<Integer> numbers(List<TopicPartition> partitions) {
    Set<Integer> numbers = new HashSet<>();
    partitions.forEach(partition -> numbers.add(partition.partition()));
    return numbers;
  }

  @Test
  void whoLostAllAtOnceGetsBackWhatTheyKeep() {
    assertThat(assigns(Map.of("a", says(5, 1, 3), "b", says(5, 0, 2))))
        .containsEntry("a", Set.of(1, 3))
        .containsEntry("b", Set.of(0, 2));
    assertThat(assigns(Map.of("a", says(5, 0, 2), "b", says(5, 1, 3))))
        .containsEntry("a", Set.of(0, 2))
        .containsEntry("b", Set.of(1, 3));
  }

  @Test
  void whatSomebodyHasIsNotGivenToOneWhoKeepsItToo() {
    Map<String, Subscription> members = new HashMap<>();
    members.put("back", new Subscription(List.of(TOPIC), says(3, 0, 1)));
    members.put("there", member(5, says(-1), 0, 1));
    assertThat(assigned(members))
        .containsEntry("there", Set.of(0, 1))
        .containsEntry("back", Set.of(2, 3));
  }

  @Test
  void whoWasBackFirstAndWasGivenAllClaimsOnlyWhatItHears() {
    Map<String, Subscription> members = new HashMap<>();
    members.put("first", member(9, says(7, 2, 3), 0, 1, 2, 3));
    members.put("second", new Subscription(List.of(TOPIC), says(7, 0, 1)));
    assertThat(assigned(members))
        .as("it has to let go of the rest first")
        .containsEntry("first", Set.of(2, 3))
        .containsEntry("second", Set.of());
    members.put("first", member(10, says(7, 2, 3), 2, 3));
    members.put("second", member(10, says(7, 0, 1)));
    assertThat(assigned(members))
        .containsEntry("first", Set.of(2, 3))
        .containsEntry("second", Set.of(0, 1));
  }

  private static Subscription member(int generation, ByteBuffer says, Integer... owned) {
    List<TopicPartition> has =
        Stream.of(owned).map(partition -> new TopicPartition(TOPIC, partition)).toList();
    return new Subscription(List.of(TOPIC), says, has, generation, Optional.empty());
  }

  @Test
  void whatCannotBeReadClaimsNothing() {
    ByteBuffer torn = ByteBuffer.wrap(new byte[] {1, 2, 3});
    assertThat(assigns(Map.of("a", torn, "b", says(5, 0, 1)))).containsEntry("b", Set.of(0, 1));
  }
}
