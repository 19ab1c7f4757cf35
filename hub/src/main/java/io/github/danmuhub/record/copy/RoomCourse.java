package io.github.danmuhub.record.copy;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.index.RoomState;
import io.github.danmuhub.record.index.RoomTrack;
import io.github.danmuhub.record.index.Session;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One room's broadcasts and files. One thread. */
final class RoomCourse {
  private final RoomRef room;
  private final CopySettings settings;
  private final RoomTrack track;
  private @Nullable Session session;
  private @Nullable Room said;
  private @Nullable CopyFile file;
  private long missed;

  /** Goes on from what was remembered. */
  RoomCourse(RoomMemory memory, CopySettings settings) {
    this.room = memory.room();
    this.settings = settings;
    this.session = memory.session();
    this.track = new RoomTrack(memory.state(), session);
    this.said = memory.lastSaid();
    this.file = memory.file();
  }

  /** Of a room that nobody knows yet. */
  static RoomCourse fresh(RoomRef room, long now, CopySettings settings) {
    return new RoomCourse(RoomMemory.of(RoomState.fresh(room, now), null, null, null), settings);
  }

  RoomMemory memory() {
    return RoomMemory.of(track.state(), session, said, file);
  }

  /** So many events of all rooms did not get here. */
  void miss(long events) {
    missed += events;
  }

  void accept(Numbered numbered, CopyHearer hearer) throws IOException {
    LiveEvent event = numbered.event();
    long heard = track.state().heard();
    Session now = track.accept(numbered);
    track.forgetGaps();
    if (now != null && session == null && now.ended() == 0) {
      session = now;
      hearer.began(facts(), now);
    }
    tellMissed(heard, event, hearer);
    if (event instanceof Room told) {
      said = told;
      splitByTitle(told, hearer);
    }
    write(event, hearer);
    session = now;
    if (now != null && now.ended() != 0) {
      session = null;
      if (settings.splits().contains(Split.BROADCAST)) {
        close(event.origin().received(), hearer);
      }
      hearer.ended(facts(), now);
    }
  }

  private RoomFacts facts() {
    return RoomFacts.of(room, said);
  }

  private void splitByTitle(Room told, CopyHearer hearer) throws IOException {
    CopyFile open = file;
    if (open != null
        && settings.splits().contains(Split.TITLE)
        && !open.title().equals(told.title())) {
      close(told.origin().received(), hearer);
    }
  }

  private void close(long at, CopyHearer hearer) throws IOException {
    CopyFile open = file;
    if (open != null) {
      file = null;
      hearer.closed(facts(), open, at);
    }
  }

  /** Nobody knows which rooms they were of: each file has the time, and at most how many. */
  private void tellMissed(long heard, LiveEvent next, CopyHearer hearer) throws IOException {
    CopyFile open = file;
    if (missed > 0 && open != null) {
      long now = next.origin().received();
      String why = "the log lost up to " + missed + " events";
      hearer.line(
          open,
          new Gap(Origin.ours(room.platform(), room.room(), now), Math.min(heard, now), now, why));
    }
    missed = 0;
  }

  private void write(LiveEvent event, CopyHearer hearer) throws IOException {
    CopyFile open = file;
    if (!isCopied(event, open == null)) {
      return;
    }
    if (open == null) {
      open = open(event, hearer);
    }
    hearer.line(open, event);
  }

  private boolean isCopied(LiveEvent event, boolean first) {
    boolean opens = !(event instanceof Connection) && !(event instanceof Gap);
    boolean inBroadcast = session != null || !settings.splits().contains(Split.BROADCAST);
    boolean wanted =
        settings.types().isEmpty()
            || event instanceof Gap
            || settings.types().contains(EventTypes.name(event));
    return wanted && inBroadcast && (opens || !first);
  }

  /** Each file begins with what the room said of itself last. */
  private CopyFile open(LiveEvent first, CopyHearer hearer) throws IOException {
    long now = first.origin().received();
    String name = settings.name().of(facts(), now) + CopyFile.ENDING;
    CopyFile open = new CopyFile(name, session == null ? 0 : session.id(), now, facts().title());
    file = open;
    hearer.opened(facts(), open);
    if (said != null && !first.equals(said)) {
      hearer.line(open, said);
    }
    return open;
  }
}
