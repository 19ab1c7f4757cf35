package io.github.danmuhub.kafka.control;

import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.MalformedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code danmu.rooms} says: of each key of a partition the last value. A room that is moved
 * stands in two partitions for a moment, or longer where the mover died: the later one counts. One
 * thread at a time.
 */
public final class RoomTable {
  private static final Logger LOG = LoggerFactory.getLogger(RoomTable.class);

  private final Map<RoomRef, Map<Integer, RoomRecord>> rooms =
      new TreeMap<>(Comparator.comparing(RoomRef::toString));

  /** Where a room is wanted, and how. */
  public record Place(int partition, RoomRecord record) {}

  /** The next record of the topic. What others wrote there is said and passed over. */
  public void add(ConsumerRecord<String, byte[]> record) {
    try {
      RoomRef room = RoomRecord.room(String.valueOf(record.key()));
      if (record.value() == null) {
        removed(room, record.partition());
      } else {
        RoomRecord wanted = RoomRecord.read(record.value());
        rooms.computeIfAbsent(room, any -> new HashMap<>()).put(record.partition(), wanted);
      }
    } catch (MalformedException e) {
      LOG.warn("{} {}: {}", record.topic(), record.offset(), e.why());
    }
  }

  private void removed(RoomRef room, int partition) {
    rooms.computeIfPresent(
        room,
        (any, places) -> {
          places.remove(partition);
          return places.isEmpty() ? null : places;
        });
  }

  /** Where the room is wanted; empty where it is not. */
  public Optional<Place> find(RoomRef room) {
    return rooms.getOrDefault(room, Map.of()).entrySet().stream()
        .map(place -> new Place(place.getKey(), place.getValue()))
        .max(Comparator.comparingLong(place -> place.record().at()));
  }

  /** Every partition in which it stands. */
  public List<Integer> partitions(RoomRef room) {
    return List.copyOf(rooms.getOrDefault(room, Map.of()).keySet());
  }

  /** All rooms, in the order of their names. */
  public List<RoomRef> rooms() {
    return new ArrayList<>(rooms.keySet());
  }
}
