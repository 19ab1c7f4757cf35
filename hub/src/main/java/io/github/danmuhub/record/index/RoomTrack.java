package io.github.danmuhub.record.index;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
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
public final class RoomTrack {
  /** Whoever was away longer than this cannot say that it is still the same broadcast. */
  static final long LOST_AFTER_MS = 6 * 3_600_000L;

  private final RoomRef room;
  private String title;
  private boolean seenOffline;
  private long since;
  private long heard;
  private boolean connecting;
  private @Nullable Session open;

  /**
   * Goes on from {@code state}.
   *
   * @param open the broadcast that goes on; null for none
   */
  public RoomTrack(RoomState state, @Nullable Session open) {
    this.room = state.room();
    this.title = state.title();
    this.seenOffline = state.seenOffline();
    this.since = state.since();
    this.heard = state.heard();
    this.open = open;
  }

  /** What is known of the room apart from the broadcast that goes on. */
  public RoomState state() {
    return new RoomState(room, title, seenOffline, since, heard);
  }

  /** The session that {@code numbered} belongs to as it is after it; null for none. */
  public @Nullable Session accept(Numbered numbered) {
    LiveEvent event = numbered.event();
    hear(event);
    if (connecting && event instanceof Connection) {
      return open; // which has not gone on for all we know
    }
    if (event instanceof Room said) {
      title = said.title();
    } else if (event instanceof Gap gap) {
      return miss(gap);
    } else if (event instanceof Broadcast broadcast && ends(broadcast)) {
      return end(event.origin().received());
    } else if (open == null && begins(event)) {
      begin(numbered);
    }
    return go(event.origin().received());
  }

  /** An attempt to connect is not heard of the room. */
  private void hear(LiveEvent event) {
    if (event instanceof Connection connection) {
      connecting = connection.state() != Connection.State.LIVE;
    }
    if (!connecting) {
      heard = event.origin().received();
    }
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
            seenOffline ? now : Math.min(now, since),
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

  private @Nullable Session miss(Gap gap) {
    Session session = open;
    if (session == null) {
      return null;
    }
    if (gap.to() - gap.from() > LOST_AFTER_MS) {
      seenOffline = false;
      since = gap.to();
      open = null;
      return with(session, gap.from(), session.last(), session.gaps());
    }
    List<Gap> gaps = new ArrayList<>(session.gaps());
    gaps.add(gap);
    open = with(session, 0, gap.origin().received(), gaps);
    return open;
  }

  /** They are kept elsewhere. */
  public void forgetGaps() {
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
