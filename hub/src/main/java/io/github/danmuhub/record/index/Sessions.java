package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of events into broadcasts: fed in order, it tells which session each belongs to.
 */
public final class Sessions {
  private final Map<RoomRef, RoomTrack> rooms = new HashMap<>();
  private final Map<Long, Session> sessions = new LinkedHashMap<>();

  /**
   * Goes on where an index had come to.
   *
   * @param known those that were seen; may leave out what has ended
   */
  void resume(List<RoomState> states, List<Session> known) {
    Map<RoomRef, Session> open = new HashMap<>();
    for (Session session : known) {
      sessions.put(session.id(), session);
      if (session.ended() == 0) {
        open.put(session.room(), session);
      }
    }
    states.forEach(state -> rooms.put(state.room(), new RoomTrack(state, open.get(state.room()))));
  }

  /** The session that the event belongs to, as it is with it; null where there is no broadcast. */
  public @Nullable Session accept(Numbered numbered) {
    Origin origin = numbered.event().origin();
    RoomTrack track =
        rooms.computeIfAbsent(
            RoomRef.of(origin),
            room -> new RoomTrack(RoomState.fresh(room, origin.received()), null));
    Session session = track.accept(numbered);
    if (session != null) {
      sessions.put(session.id(), session);
    }
    return session;
  }

  /** All that were seen, in the order of their starts. */
  public List<Session> all() {
    return new ArrayList<>(sessions.values());
  }

  /**
   * Those that changed since the last call, with the gaps since then only: a broadcast that never
   * ends may have very many.
   */
  List<Session> drain() {
    List<Session> changed = all();
    sessions.clear();
    rooms.values().forEach(RoomTrack::forgetGaps);
    return changed;
  }

  /** Of every room that was seen. */
  List<RoomState> states() {
    return rooms.values().stream().map(RoomTrack::state).toList();
  }
}
