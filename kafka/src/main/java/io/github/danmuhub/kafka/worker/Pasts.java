package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.HeardTopic;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.kafka.worker.RoomHost.Past;
import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks {@code danmu.heard} who heard rooms before. One thread; blocks. */
final class Pasts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pasts.class);
  private static final int TRIES = 3;

  private final Source source;
  private final String zone;
  private @Nullable HeardTopic topic;

  /** Where it is asked. */
  interface Source {
    HeardTopic open() throws BrokerException;
  }

  /**
   * @param source opened when it is needed first
   * @param zone what other zones heard is no matter of ours
   */
  Pasts(Source source, String zone) {
    this.source = source;
    this.zone = zone;
  }

  /** Of those that somebody has heard. A cluster that does not answer costs them their past. */
  Map<RoomRef, Past> of(Map<RoomRef, Wanted> rooms) {
    Map<String, Heard> words = words(partitions(rooms));
    Map<RoomRef, Past> pasts = new HashMap<>();
    rooms.forEach(
        (room, wanted) -> {
          add(pasts, room, words.get(Heard.key(zone, wanted.partition())));
          add(pasts, room, words.get(Heard.key(zone, wanted.record().from())));
        });
    return pasts;
  }

  private static Set<Integer> partitions(Map<RoomRef, Wanted> rooms) {
    Set<Integer> partitions = new HashSet<>();
    for (Wanted wanted : rooms.values()) {
      partitions.add(wanted.partition());
      partitions.add(wanted.record().from());
    }
    partitions.remove(RoomRecord.NOWHERE);
    return partitions;
  }

  private Map<String, Heard> words(Set<Integer> partitions) {
    for (int i = 1; true; i++) {
      try {
        return topic().read(zone, partitions);
      } catch (KafkaException | BrokerException e) {
        if (i == TRIES) {
          LOG.warn(
              "nobody says who heard {} partitions before: {}", partitions.size(), e.toString());
          return Map.of();
        }
      }
    }
  }

  /** What all zones say of all partitions now. */
  Map<String, Heard> recent() throws BrokerException {
    try {
      return topic().recent();
    } catch (KafkaException e) {
      throw BrokerException.of(e);
    }
  }

  private HeardTopic topic() throws BrokerException {
    HeardTopic open = topic == null ? source.open() : topic;
    topic = open;
    return open;
  }

  @Override
  public void close() {
    if (topic != null) {
      topic.close();
    }
  }

  private static void add(Map<RoomRef, Past> pasts, RoomRef room, @Nullable Heard word) {
    Heard.State state = word == null ? null : word.rooms().get(room);
    if (word != null && state != null && state.until() > 0) {
      Past past = new Past(word.worker(), state.until(), state.isLive());
      pasts.merge(room, past, (one, other) -> other.until() > one.until() ? other : one);
    }
  }
}
