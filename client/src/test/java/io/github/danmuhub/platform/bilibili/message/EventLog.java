package io.github.danmuhub.platform.bilibili.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Emitter;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.wire.JsonMessages;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of messages, duplicates dropped as a connection drops them. */
public final class EventLog implements Emitter {
  static final long NOW = 1_700_000_000_000L;
  static final RoomRef ROOM = new RoomRef("bilibili", "545068");

  final BilibiliEvents decoder;
  long ticks = 1_000;

  private final List<LiveEvent> events = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private int copies;

  EventLog() {
    this(false);
  }

  EventLog(boolean keepRaw) {
    decoder = new BilibiliEvents(ROOM, keepRaw, new JsonMessages(), this);
  }

  /** The events of a fixture's message. */
  static List<LiveEvent> of(String fixture) {
    return of(Fixtures.read(fixture));
  }

  /** The one event of a fixture's message. */
  static <E extends LiveEvent> E only(String fixture, Class<E> type) {
    List<LiveEvent> events = of(fixture);
    assertThat(events).hasSize(1);
    return type.cast(events.get(0));
  }

  /** The events of a message that stands in the test. */
  static List<LiveEvent> ofText(String json) {
    return of(json.getBytes(UTF_8));
  }

  /** Of an event that was heard {@link #NOW}. */
  static Origin origin(String id, long time) {
    return new Origin("bilibili", ROOM.room(), id, time, NOW, false, null);
  }

  /** What one message becomes, alone, merges flushed. */
  public static List<LiveEvent> of(byte[] json) {
    EventLog log = new EventLog();
    log.decoder.onMessage(ByteBuffer.wrap(json));
    log.flush();
    return log.events();
  }

  /** Lets the time come for which the events asked. */
  void flush() {
    if (decoder.nextWake() != Long.MAX_VALUE) {
      ticks = decoder.nextWake();
      decoder.onWake();
    }
  }

  List<LiveEvent> events() {
    return events;
  }

  int copies() {
    return copies;
  }

  @Override
  public long wallMs() {
    return NOW;
  }

  @Override
  public long ticks() {
    return ticks;
  }

  @Override
  public void copy() {
    copies++;
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    if (key == null || keys.add(key)) {
      events.add(event);
    }
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    events.add(new Malformed(Origin.ours(ROOM.platform(), ROOM.room(), NOW), why, raw.remaining()));
  }
}
