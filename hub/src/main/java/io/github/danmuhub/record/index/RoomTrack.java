package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.platform.RoomRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one room's broadcasts begin and end. One thread. */
final class RoomTrack {
  /** Whoever was away longer than this cannot say that it is still the same broadcast. */
  static final long LOST_AFTER_MS = 6 * 3_600_000L;

  private final RoomRef room;
  private long firstHeard;
  private String title = "";
  private boolean seenOffline;
  private @Nullable Session open;

  RoomTrack(RoomRef room, long firstHeard) {
    this.room = room;
    this.firstHeard = firstHeard;
  }

  /** Goes on where the index had come to. */
  static RoomTrack resumed(Session last) {
    RoomTrack track = new RoomTrack(last.room(), last.until());
    track.title = last.title();
    track.seenOffline = last.ended() > 0;
    track.open = last.ended() > 0 ? null : last;
    return track;
  }

  /** The session that {@code numbered} belongs to as it is after it; null for none. */
  @Nullable Session accept(Numbered numbered) {
    LiveEvent event = numbered.event();
    if (event instanceof Room said) {
      title = said.title();
    } else if (event instanceof Gap gap) {
      return hear(gap);
    } else if (event instanceof Broadcast broadcast && ends(broadcast)) {
      return end(event.origin().received());
    } else if (open == null && begins(event)) {
      begin(numbered);
    }
    return go(event.origin().received());
  }

  private static boolean ends(Broadcast broadcast) {
    return broadcast.state() == Broadcast.State.OFFLINE;
  }

  /** A start that is told; or, as long as nobody told anything, somebody who acts in the room. */
  private boolean begins(LiveEvent event) {
    if (event instanceof Broadcast) {
      return true;
    }
    boolean acts =
        event instanceof Chat
            || event instanceof Gift
            || event instanceof SuperChat
            || event instanceof Membership
            || event instanceof Enter
            || event instanceof Like;
    return acts && !seenOffline && !event.origin().history();
  }

  private void begin(Numbered first) {
    long now = first.event().origin().received();
    open =
        new Session(
            first.seq(),
            room,
            title,
            seenOffline ? now : Math.min(now, firstHeard),
            0,
            seenOffline,
            now,
            List.of());
  }

  private @Nullable Session end(long now) {
    seenOffline = true;
    Session ended = open;
    open = null;
    return ended == null ? null : with(ended, now, now, ended.gaps());
  }

  private @Nullable Session hear(Gap gap) {
    Session session = open;
    if (session == null) {
      return null;
    }
    if (gap.to() - gap.from() > LOST_AFTER_MS) {
      seenOffline = false;
      firstHeard = gap.to();
      open = null;
      return with(session, gap.from(), session.last(), session.gaps());
    }
    List<Gap> gaps = new ArrayList<>(session.gaps());
    gaps.add(gap);
    open = with(session, 0, gap.origin().received(), gaps);
    return open;
  }

  /** They are kept elsewhere. */
  void forgetGaps() {
    Session session = open;
    if (session != null && !session.gaps().isEmpty()) {
      open = with(session, 0, session.last(), List.of());
    }
  }

  private @Nullable Session go(long now) {
    Session session = open;
    if (session != null) {
      open = with(session, 0, now, session.gaps());
    }
    return open;
  }

  private Session with(Session s, long ended, long last, List<Gap> gaps) {
    long latest = Math.max(last, s.last());
    return new Session(s.id(), room, title, s.started(), ended, s.seenFromStart(), latest, gaps);
  }
}
