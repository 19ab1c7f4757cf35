package io.github.danmuhub.kafka.worker;

import static java.util.stream.Collectors.toMap;

import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.platform.RoomRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * One stay in the group, from joining to leaving: what is assigned is wanted, and each second is
 * said how its rooms are. On the thread {@code danmu-kafka-rooms}.
 */
final class Shift implements Membership.Listener {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LEAVING = Duration.ofMillis(500);
  private static final Duration CLOSING = Duration.ofSeconds(1);

  /** So that, with what a poll takes, the last word on a room is never older than a second. */
  private static final long SPEAK_MS = 750;

  private final Consumer<String, byte[]> consumer;
  private final Producer<String, byte[]> producer;
  private final Speaker speaker;
  private final Assignment assignment;
  private final Crew crew;
  private final Slots slots;
  private final Dialling dialling;
  private final Membership membership;
  private final LongSupplier clock;
  private long spokenAt;

  /**
   * @param consumer of the group; closed with this, as the producer is
   * @param clock epoch milliseconds
   */
  Shift(
      Consumer<String, byte[]> consumer,
      String topic,
      Producer<String, byte[]> producer,
      Speaker speaker,
      Assignment assignment,
      Crew crew,
      Slots slots,
      Dialling dialling,
      LongSupplier clock) {
    this.consumer = consumer;
    this.producer = producer;
    this.speaker = speaker;
    this.assignment = assignment;
    this.crew = crew;
    this.slots = slots;
    this.dialling = dialling;
    this.clock = clock;
    this.membership =
        new Membership(topic, consumer, assignment, () -> System.nanoTime() / 1_000_000, this);
  }

  void join() {
    membership.join();
  }

  /** Comes by: never blocks for more than moments. */
  void round() {
    membership.round(POLL);
    long now = clock.getAsLong();
    if (Math.abs(now - spokenAt) >= SPEAK_MS) {
      spokenAt = now;
      say(assignment.epochs(), now);
    }
  }

  private List<Future<RecordMetadata>> say(Map<Integer, Long> epochs, long now) {
    Map<Integer, Map<RoomRef, Heard.State>> states = crew.states(now);
    return speaker.say(takenUp(epochs, assignment, states), states, slots.free(), now);
  }

  /**
   * Of a partition whose rooms are not all taken up yet nothing is said: the last word on it is
   * still its former worker's, and where the gaps of its rooms begin.
   */
  static Map<Integer, Long> takenUp(
      Map<Integer, Long> epochs,
      Assignment assignment,
      Map<Integer, Map<RoomRef, Heard.State>> states) {
    Map<Integer, Long> told = new TreeMap<>(epochs);
    told.keySet().removeAll(assignment.untaken());
    assignment
        .wanted()
        .forEach(
            (room, wanted) -> {
              if (!states.getOrDefault(wanted.partition(), Map.of()).containsKey(room)) {
                told.remove(wanted.partition());
              }
            });
    return told;
  }

  @Override
  public void wanted(Map<RoomRef, Wanted> rooms) {
    dialling.want(rooms);
  }

  /** Their rooms are still open: what is said now is where the gap of the next worker begins. */
  @Override
  public void leaving(Set<Integer> partitions) {
    long now = clock.getAsLong();
    Map<Integer, Long> epochs =
        assignment.epochs().entrySet().stream()
            .filter(each -> partitions.contains(each.getKey()))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    Speaker.await(say(epochs, now), LEAVING);
  }

  @Override
  public void left() {
    dialling.awaitHungUp(LEAVING);
  }

  /** What the group is told when we join it again. */
  KeptAssignor.Kept kept() {
    return membership.kept();
  }

  /** Why the cluster takes nothing; null where it does. */
  @Nullable BrokerException trouble() {
    return speaker.trouble();
  }

  /** From another thread: {@link #round} returns at once. */
  void wakeUp() {
    consumer.wakeup();
  }

  /** Leaves the group, so that others need not wait for our session to end. */
  void leave() {
    try {
      consumer.close(CloseOptions.timeout(CLOSING));
    } finally {
      producer.close(Duration.ZERO);
    }
  }
}
