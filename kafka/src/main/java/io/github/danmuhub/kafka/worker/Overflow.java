package io.github.danmuhub.kafka.worker;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import io.github.danmuhub.kafka.control.Heard;
import io.github.danmuhub.kafka.control.RoomRecord;
import io.github.danmuhub.platform.RoomRef;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a room goes that fits nowhere here: into a partition whose worker has a slot for it, in
 * every zone, since all zones share the partitions. Pure.
 *
 * @param zone whose worker asks
 * @param words what each zone's workers say of each partition now, by {@link Heard#key}
 * @param now epoch milliseconds
 */
record Overflow(String zone, Map<String, Heard> words, long now) {
  /** A worker that says nothing for so long is not counted on. */
  private static final long RECENT_MS = 10_000;

  /** A room that was moved stays where it is for so long. */
  private static final long REST_MS = 300_000;

  Overflow {
    Map<String, Heard> recent = new HashMap<>(words);
    recent.values().removeIf(word -> now - word.at() > RECENT_MS);
    words = Map.copyOf(recent);
  }

  /** The partition for it; empty where there is none, or another zone's worker decides. */
  OptionalInt target(RoomRef room, Wanted wanted) {
    RoomRecord record = wanted.record();
    boolean rests = record.from() != RoomRecord.NOWHERE && now - record.at() < REST_MS;
    if (rests || !decides(room, wanted.partition())) {
      return OptionalInt.empty();
    }
    return partitions().stream()
        .filter(partition -> partition != wanted.partition())
        .filter(partition -> fits(partition, room, wanted))
        .min(comparingInt(this::rooms).thenComparingInt(partition -> partition))
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Of several zones that have no slot, the first by its name moves the room. */
  private boolean decides(RoomRef room, int partition) {
    return zones().stream()
        .filter(other -> other.compareTo(zone) < 0)
        .noneMatch(other -> isHomeless(words.get(Heard.key(other, partition)), room));
  }

  private static boolean isHomeless(@Nullable Heard word, RoomRef room) {
    Heard.State state = word == null ? null : word.rooms().get(room);
    return state != null && state.is().equals(Heard.NO_SLOT);
  }

  private boolean fits(int partition, RoomRef room, Wanted wanted) {
    return zones().stream().allMatch(each -> fits(each, partition, room, wanted));
  }

  /** Where the same worker has both partitions, nothing changes for its zone. */
  private boolean fits(String each, int partition, RoomRef room, Wanted wanted) {
    Heard there = words.get(Heard.key(each, partition));
    Heard here = words.get(Heard.key(each, wanted.partition()));
    if (there == null) {
      return false;
    }
    boolean stays = here != null && here.worker().equals(there.worker()) && !isHomeless(here, room);
    return stays || there.free().fits(room, wanted.record());
  }

  private Set<String> zones() {
    return words.keySet().stream().map(key -> key.substring(0, key.indexOf('/'))).collect(toSet());
  }

  private Set<Integer> partitions() {
    return words.keySet().stream()
        .filter(key -> key.startsWith(zone + "/"))
        .map(Heard::partition)
        .collect(toSet());
  }

  private int rooms(int partition) {
    Heard word = words.get(Heard.key(zone, partition));
    return word == null ? 0 : word.rooms().size();
  }
}
