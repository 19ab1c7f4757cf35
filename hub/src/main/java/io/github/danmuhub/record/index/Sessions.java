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

  /** Goes on after {@code last}, the latest session of its room. */
  void resume(Session last) {
    rooms.put(last.room(), RoomTrack.resumed(last));
  }

  /** The same, and {@code session} is one of those that were seen. */
  public void known(Session session) {
    sessions.put(session.id(), session);
    resume(session);
  }

  /** The session that the event belongs to, as it is with it; null where there is no broadcast. */
  public @Nullable Session accept(Numbered numbered) {
    Origin origin = numbered.event().origin();
    RoomRef room = new RoomRef(origin.platform(), origin.room());
    RoomTrack track = rooms.get(room);
    if (track == null) {
      track = new RoomTrack(room, origin.received());
      rooms.put(room, track);
    }
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
}
