package io.github.danmuhub.kafka.worker;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.internals.AbstractStickyAssignor;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's cooperative-sticky assignor, which also knows what members hear: after a broker that was
 * frozen has thrown all out, each gets back the partitions whose rooms it still hears, whatever the
 * first that was back has been given meanwhile, and no socket is closed. Made by Kafka's client out
 * of its settings.
 */
public final class KeptAssignor extends CooperativeStickyAssignor implements Configurable {
  /** The setting that holds a {@code Supplier} of {@link Kept}. */
  static final String KEPT = "danmu.kept";

  private static final String NAME = "danmu-sticky";
  private static final int MOST = 100_000;

  private Supplier<?> kept = () -> Kept.NOTHING;

  /**
   * What a member hears that has lost its partitions, until the group has settled.
   *
   * @param generation of the group when it was given the last of them
   */
  record Kept(int generation, Set<Integer> partitions) {
    static final Kept NOTHING = new Kept(DEFAULT_GENERATION, Set.of());

    Kept {
      partitions = Set.copyOf(partitions);
    }

    /** Its generation, then its partitions. */
    ByteBuffer write() {
      ByteBuffer bytes = ByteBuffer.allocate((1 + partitions.size()) * Integer.BYTES);
      bytes.putInt(generation);
      partitions.stream().sorted().forEach(bytes::putInt);
      return bytes.flip();
    }

    /** A member that has lost nothing claims what it was given. */
    boolean isNothing() {
      return generation == DEFAULT_GENERATION;
    }

    /** What another wrote; nothing where it cannot be read. */
    static Kept read(@Nullable ByteBuffer written) {
      if (written == null
          || written.remaining() < Integer.BYTES
          || written.remaining() > MOST * Integer.BYTES
          || written.remaining() % Integer.BYTES != 0) {
        return NOTHING;
      }
      ByteBuffer bytes = written.duplicate();
      int generation = bytes.getInt();
      List<Integer> partitions = new ArrayList<>();
      while (bytes.hasRemaining()) {
        partitions.add(bytes.getInt());
      }
      return new Kept(generation, Set.copyOf(partitions));
    }
  }

  @Override
  public void configure(Map<String, ?> settings) {
    if (settings.get(KEPT) instanceof Supplier<?> known) {
      kept = known;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ByteBuffer subscriptionUserData(Set<String> topics) {
    return kept.get() instanceof Kept mine ? mine.write() : Kept.NOTHING.write();
  }

  /**
   * A partition whose owner has to let go of it is nobody's until it has: so the protocol demands,
   * and our base class looks at what members claim instead of what they own.
   */
  @Override
  public Map<String, List<TopicPartition>> assignPartitions(
      Map<String, List<PartitionInfo>> topics, Map<String, Subscription> members) {
    Map<TopicPartition, String> owners = new HashMap<>();
    members.forEach(
        (name, member) -> member.ownedPartitions().forEach(owned -> owners.put(owned, name)));
    Map<String, List<TopicPartition>> assigned = super.assignPartitions(topics, members);
    assigned.forEach(
        (name, theirs) ->
            theirs.removeIf(partition -> !owners.getOrDefault(partition, name).equals(name)));
    return assigned;
  }

  /** What a member hears counts, and not what it was just given and has not taken up. */
  @Override
  protected AbstractStickyAssignor.MemberData memberData(Subscription member) {
    Kept theirs = Kept.read(member.userData());
    if (theirs.isNothing()) {
      return new AbstractStickyAssignor.MemberData(
          member.ownedPartitions(), member.generationId(), member.rackId());
    }
    List<TopicPartition> partitions =
        theirs.partitions().stream()
            .sorted()
            .map(partition -> new TopicPartition(member.topics().get(0), partition))
            .toList();
    return new AbstractStickyAssignor.MemberData(
        partitions, Optional.of(theirs.generation()), member.rackId());
  }
}
