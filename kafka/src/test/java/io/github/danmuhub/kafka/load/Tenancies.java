package io.github.danmuhub.kafka.load;

import static java.util.Comparator.comparingLong;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code danmu.events} tells of numbered rooms that went from worker to worker: when each was
 * not heard, and whether a gap says so. One thread.
 */
final class Tenancies {
  private static final long EXACT_MS = 1_000;

  /** Two numbers stand a tenth of a second apart; a busy machine makes it a little more. */
  private static final long LEAST_MS = 500;

  private final Map<String, Room> rooms = new TreeMap<>();

  /** One message, when it was heard. */
  private record Said(long number, long at) {}

  private static final class Room {
    private final Map<Long, Long> heard = new TreeMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Long> dialled = new ArrayList<>();
    private final Map<String, Long> last = new HashMap<>();
    private final List<String> outOfOrder = new ArrayList<>();
  }

  /**
   * A time in which a room was not heard.
   *
   * @param from when its last message before was heard, epoch milliseconds
   */
  record Hole(String room, long from, long to, long missing, List<Gap> gaps) {
    long ms() {
      return to - from;
    }

    /** By one gap that begins and ends where it does. */
    boolean isTold() {
      return gaps.size() == 1
          && Math.abs(gaps.get(0).from() - from) <= EXACT_MS
          && Math.abs(gaps.get(0).to() - to) <= EXACT_MS;
    }
  }

  /** Some of them. */
  record Holes(List<Hole> all) {
    int count() {
      return all.size();
    }

    long longestMs() {
      return all.stream().mapToLong(Hole::ms).max().orElse(0);
    }

    List<Hole> untold() {
      return all.stream().filter(hole -> !hole.isTold()).toList();
    }

    @Override
    public String toString() {
      long worst =
          all.stream()
              .filter(hole -> !hole.gaps.isEmpty())
              .mapToLong(hole -> Math.abs(hole.gaps.get(0).from() - hole.from))
              .max()
              .orElse(0);
      return "%d rooms not heard, longest %d ms, median %d ms; gaps begin within %d ms; untold %d"
          .formatted(count(), longestMs(), median(), worst, untold().size());
    }

    private long median() {
      List<Long> sorted = all.stream().map(Hole::ms).sorted().toList();
      return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
  }

  static Tenancies in(String brokers) {
    Tenancies told = new Tenancies();
    TopicReader.read(brokers, "danmu.events", told::add);
    return told;
  }

  private void add(TopicReader.Stored stored) {
    Room room = rooms.computeIfAbsent(stored.room(), any -> new Room());
    long at = stored.event().origin().received();
    if (stored.event() instanceof Gap gap) {
      room.gaps.add(gap);
    } else if (stored.event() instanceof Connection connection) {
      if (connection.state() == Connection.State.RESOLVING) {
        room.dialled.add(at);
      }
    } else if (stored.number() >= 0) {
      room.heard.merge(stored.number(), at, Math::min);
      String tenure = stored.headers().by().worker() + " " + stored.headers().by().epoch();
      Long before = room.last.put(tenure, stored.number());
      if (before != null && before > stored.number()) {
        room.outOfOrder.add(stored.room() + " " + tenure + " " + stored.number());
      }
    }
  }

  /** How often rooms that were heard before this time were dialled again in it. */
  long redials(long from, long to) {
    return rooms.values().stream()
        .filter(room -> room.dialled.stream().anyMatch(at -> at < from))
        .mapToLong(room -> room.dialled.stream().filter(at -> at >= from && at < to).count())
        .sum();
  }

  List<String> outOfOrder() {
    return rooms.values().stream().flatMap(room -> room.outOfOrder.stream()).toList();
  }

  /** Those that begin in this time. */
  Holes holes(long from, long to) {
    List<Hole> all = new ArrayList<>();
    rooms.forEach(
        (name, room) ->
            holes(name, room).stream()
                .filter(hole -> hole.from >= from && hole.from < to)
                .forEach(all::add));
    all.sort(comparingLong(Hole::ms).reversed());
    return new Holes(all);
  }

  private static List<Hole> holes(String name, Room room) {
    List<Hole> holes = new ArrayList<>();
    Said before = null;
    for (Map.Entry<Long, Long> said : room.heard.entrySet()) {
      Said now = new Said(said.getKey(), said.getValue());
      if (before != null && now.number > before.number + 1 && now.at - before.at > LEAST_MS) {
        holes.add(hole(name, room, before, now));
      }
      before = now;
    }
    return holes;
  }

  private static Hole hole(String name, Room room, Said before, Said now) {
    List<Gap> gaps =
        room.gaps.stream().filter(gap -> gap.to() >= before.at && gap.from() <= now.at).toList();
    return new Hole(name, before.at, now.at, now.number - before.number - 1, gaps);
  }
}
