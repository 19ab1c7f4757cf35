package io.github.danmuhub.platform.site;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.script.Replay;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The events of a recording of any platform, played into a room: by their own times, or evenly at a
 * rate; once, or again and again with fresh ids. They are read as they are needed: the last {@value
 * #KEPT} are kept, and a peer that lags further behind goes on with the oldest of those. What the
 * platform cannot tell is left out and counted; left out is what the recording says of its own
 * room, its title and its broadcasts.
 */
final class RecordingProgramme<M> implements Programme<M> {
  private static final int KEPT = 4_096;
  private static final long SECOND = 1_000;

  private record Beat(LiveEvent event, long due, long round) {}

  private final RoomRef room;
  private final Iterable<LiveEvent> recording;
  private final SimulatedPlatform<M> platform;
  private final Carried carried;
  private final double rate;
  private final boolean loop;
  private final Tallies tallies;
  private final TreeMap<Long, Beat> kept = new TreeMap<>();

  private Iterator<LiveEvent> rest;
  private long read;
  private long round;
  private long roundBegan;
  private long firstOfRound;
  private long latest;
  private long said;
  private long firstTime;

  /**
   * Plays from the beginning.
   *
   * @param rate messages a second; 0 = their own times
   * @param tallies count what the platform cannot tell
   */
  RecordingProgramme(
      RoomRef room,
      Iterable<LiveEvent> recording,
      SimulatedPlatform<M> platform,
      double rate,
      boolean loop,
      Tallies tallies) {
    this.room = room;
    this.recording = recording;
    this.platform = platform;
    this.carried = platform.vocabulary().carried();
    this.rate = rate;
    this.loop = loop;
    this.tallies = tallies;
    this.rest = recording.iterator();
  }

  @Override
  public long due(long beat) {
    Beat found = beat(beat);
    return found == null ? NEVER : found.due();
  }

  @Override
  public List<M> messages(long beat, long start) {
    Beat found = beat(beat);
    if (found == null) {
      return List.of();
    }
    Replay replay = new Replay(room.platform(), room.room(), start + found.due(), found.round());
    return carried.of(found.event(), replay).map(platform::encode).orElse(List.of());
  }

  /** Null past the end. */
  private @Nullable Beat beat(long number) {
    while (read <= number) {
      LiveEvent event = next();
      if (event == null) {
        return null;
      }
      keep(event);
    }
    var eldest = kept.firstEntry();
    return number < eldest.getKey() ? eldest.getValue() : kept.get(number);
  }

  private @Nullable LiveEvent next() {
    while (rest.hasNext() || (loop && rewind())) {
      LiveEvent event = rest.next();
      if (isPlayed(event)) {
        return event;
      }
    }
    return null;
  }

  /** False where a whole round brought nothing. */
  private boolean rewind() {
    boolean again = read > firstOfRound;
    if (again) {
      rest = recording.iterator();
      round++;
      firstOfRound = read;
      roundBegan = latest + SECOND;
    }
    return again && rest.hasNext();
  }

  private boolean isPlayed(LiveEvent event) {
    boolean ofItsOwnRoom = event instanceof Broadcast || event instanceof Room;
    if (event.origin().history() || ofItsOwnRoom) {
      return false;
    }
    boolean told = carried.of(event).isPresent();
    if (!told && round == 0 && !isOurs(event)) {
      tallies.count("recorded events that it cannot tell: " + event.getClass().getSimpleName());
    }
    return told;
  }

  /** Of a recorder's own connection. */
  private static boolean isOurs(LiveEvent event) {
    return event instanceof Connection || event instanceof Gap || event instanceof Malformed;
  }

  private void keep(LiveEvent event) {
    long time = event.origin().time() > 0 ? event.origin().time() : event.origin().received();
    firstTime = read == firstOfRound ? time : firstTime;
    long own = roundBegan + time - firstTime;
    latest = Math.max(latest, rate == 0 ? own : (long) (said * SECOND / rate));
    said += rate == 0 ? 0 : carried.of(event).map(platform::encode).orElse(List.of()).size();
    kept.put(read++, new Beat(event, latest, round));
    if (kept.size() > KEPT) {
      kept.pollFirstEntry();
    }
  }
}
