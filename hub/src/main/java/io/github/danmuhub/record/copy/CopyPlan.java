package io.github.danmuhub.record.copy;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which file each event of a log belongs to, and when files and broadcasts begin and end. The same
 * log always comes to the same, so whoever reads it from a cursor of their own says the same. Pure:
 * touches no file. One thread; memory grows with the number of rooms, a few KB each.
 */
public final class CopyPlan {
  private final CopySettings settings;
  private final Map<RoomRef, RoomCourse> rooms = new LinkedHashMap<>();

  /** Of rooms that nobody knows yet. */
  public CopyPlan(CopySettings settings) {
    this.settings = settings;
  }

  /** Goes on where another one had come to. */
  void resume(List<RoomMemory> memories) {
    rooms.clear();
    memories.forEach(memory -> rooms.put(memory.room(), new RoomCourse(memory, settings)));
  }

  List<RoomMemory> memory() {
    return rooms.values().stream().map(RoomCourse::memory).toList();
  }

  /** What {@code page} holds, in its order. */
  public void accept(Page page, CopyHearer hearer) throws IOException {
    if (page.missed() > 0 && page.missed() < Page.UNKNOWN) {
      rooms.values().forEach(room -> room.miss(page.missed()));
    }
    for (Entry entry : page.entries()) {
      accept(entry, hearer);
    }
  }

  private void accept(Entry entry, CopyHearer hearer) throws IOException {
    Numbered numbered;
    try {
      numbered = EventReader.read(entry.json());
    } catch (BadEventException e) {
      return; // of a newer danmu, or damaged on the disk: nobody can read it
    }
    RoomRef room = RoomRef.of(numbered.event().origin());
    rooms
        .computeIfAbsent(
            room, fresh -> RoomCourse.fresh(room, numbered.event().origin().received(), settings))
        .accept(numbered, hearer);
  }
}
