package io.github.danmuhub.kafka.load;

import io.github.danmuhub.event.Gap;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a topic tells of numbered rooms. One thread. */
final class Told {
  private final Map<String, Numbers> rooms = new TreeMap<>();

  /** Of one room. */
  private static final class Numbers {
    private final BitSet heard = new BitSet();
    private int twice;
    private int gaps;
    private long gapMs;

    void add(TopicReader.Stored stored) {
      if (stored.event() instanceof Gap gap) {
        gaps++;
        gapMs += gap.to() - gap.from();
      }
      int number = (int) stored.number();
      if (number >= 0) {
        twice += heard.get(number) ? 1 : 0;
        heard.set(number);
      }
    }

    /** Between the first and the last. */
    IntStream missing() {
      return IntStream.range(heard.nextSetBit(0), heard.length()).filter(n -> !heard.get(n));
    }
  }

  static Told in(String brokers, String topic) {
    Told told = new Told();
    TopicReader.read(brokers, topic, told::add);
    return told;
  }

  private void add(TopicReader.Stored stored) {
    rooms.computeIfAbsent(stored.room(), room -> new Numbers()).add(stored);
  }

  int rooms() {
    return rooms.size();
  }

  long messages() {
    return rooms.values().stream().mapToLong(numbers -> numbers.heard.cardinality()).sum();
  }

  /** How many messages are there more than once. */
  long twice() {
    return rooms.values().stream().mapToLong(numbers -> numbers.twice).sum();
  }

  long missing(List<String> wanted) {
    return wanted.stream().mapToLong(room -> numbers(room).missing().count()).sum();
  }

  /** Messages that are there and not in {@code other}. */
  long without(Told other) {
    long without = 0;
    for (String room : rooms.keySet()) {
      BitSet rest = (BitSet) numbers(room).heard.clone();
      rest.andNot(other.numbers(room).heard);
      without += rest.cardinality();
    }
    return without;
  }

  /** How many rooms have so many gaps. */
  Map<Integer, Long> gaps(List<String> wanted) {
    Map<Integer, Long> counts = new TreeMap<>();
    wanted.forEach(room -> counts.merge(numbers(room).gaps, 1L, Long::sum));
    return counts;
  }

  /**
   * By how much the gaps of a room are longer or shorter than what is missing, ms; the most. A
   * simulator that is late is in it, too: what it did not say in time was not said to who was deaf.
   */
  long gapError(List<String> wanted, int rate) {
    return wanted.stream()
        .map(this::numbers)
        .mapToLong(room -> Math.abs(room.gapMs - room.missing().count() * 1_000 / rate))
        .max()
        .orElse(0);
  }

  private Numbers numbers(String room) {
    return rooms.getOrDefault(room, new Numbers());
  }
}
