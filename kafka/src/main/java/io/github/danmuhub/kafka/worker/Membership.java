package io.github.danmuhub.kafka.worker;

import static java.util.stream.Collectors.toSet;

import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This worker in its zone's group of consumers of {@code danmu.rooms}: tells the {@link Assignment}
 * what comes, goes and stands there. One thread, which must come by at short intervals.
 */
final class Membership implements ConsumerRebalanceListener {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final Duration WITHIN = Duration.ofSeconds(1);

  private final String topic;
  private final Consumer<String, byte[]> consumer;
  private final Assignment assignment;
  private final LongSupplier ticks;
  private final Listener listener;
  private boolean changed;

  /** Hears what follows from it, on the same thread. */
  interface Listener {
    /** These rooms are to be heard from now on. */
    void wanted(Map<RoomRef, Wanted> rooms);

    /** These partitions go to others as soon as this returns; their rooms are still open. */
    void leaving(Set<Integer> partitions);

    /** They have gone: {@link #wanted} was told what is left. */
    void left();
  }

  /**
   * @param ticks milliseconds that never go back
   */
  Membership(
      String topic,
      Consumer<String, byte[]> consumer,
      Assignment assignment,
      LongSupplier ticks,
      Listener listener) {
    this.topic = topic;
    this.consumer = consumer;
    this.assignment = assignment;
    this.ticks = ticks;
    this.listener = listener;
  }

  void join() {
    consumer.subscribe(List.of(topic), this);
  }

  /** Hears what there is, for so long at most; tells the listener what changed. */
  void round(Duration atMost) {
    ConsumerRecords<String, byte[]> records = consumer.poll(atMost);
    records.forEach(this::read);
    changed |= !records.isEmpty();
    askForEnds();
    tellPositions();
    changed |= assignment.tick(ticks.getAsLong());
    tell();
  }

  private void tell() {
    if (changed) {
      changed = false;
      listener.wanted(assignment.wanted());
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    try {
      RoomRef room = RoomRecord.room(String.valueOf(record.key()));
      assignment.record(
          record.partition(),
          room,
          record.value() == null ? null : RoomRecord.read(record.value()));
    } catch (MalformedException e) {
      LOG.warn("{} {}: {}", record.topic(), record.offset(), e.why());
    }
  }

  /** A broker that does not answer now is asked again in the next round. */
  private void askForEnds() {
    Set<Integer> open = assignment.withoutEnd();
    if (!open.isEmpty()) {
      try {
        List<TopicPartition> asked = open.stream().map(this::partition).toList();
        consumer.endOffsets(asked, WITHIN).forEach((p, end) -> assignment.end(p.partition(), end));
      } catch (TimeoutException e) {
        LOG.debug("no broker says where {} ends: {}", open, e.toString());
      }
    }
  }

  private void tellPositions() {
    for (int partition : assignment.arriving()) {
      try {
        long position = consumer.position(partition(partition), WITHIN);
        changed |= assignment.position(partition, position);
      } catch (TimeoutException e) {
        LOG.debug("no broker says where {} begins: {}", partition, e.toString());
        return;
      }
    }
  }

  private TopicPartition partition(int partition) {
    return new TopicPartition(topic, partition);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer.seekToBeginning(partitions);
    int generation = consumer.groupMetadata().generationId();
    assignment.assigned(numbers(partitions), generation, ticks.getAsLong());
    listener.wanted(assignment.wanted());
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    Set<Integer> going = numbers(partitions);
    listener.leaving(going);
    assignment.revoked(going);
    listener.wanted(assignment.wanted());
    listener.left();
  }

  /** What we would like to have back, as long as the group has not settled after a loss. */
  KeptAssignor.Kept kept() {
    return assignment.isSettling()
        ? new KeptAssignor.Kept((int) assignment.lostEpoch(), assignment.claims())
        : KeptAssignor.Kept.NOTHING;
  }

  /** The sockets stay: nobody else may be there to hear the rooms. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    LOG.warn("{} partitions of {} are lost; their rooms are heard on", partitions.size(), topic);
    assignment.lost(numbers(partitions), ticks.getAsLong());
  }

  private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).collect(toSet());
  }
}
