package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.wire.Decompressors;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of messages, duplicates dropped as a connection drops them. */
public final class EventLog implements Out {
  static final long NOW = 1_700_000_000_000L;
  static final RoomRef ROOM = new RoomRef("bilibili", "545068");

  private final List<LiveEvent> events = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private int copies;

  static BilibiliEvents fresh() {
    return fresh(false);
  }

  static BilibiliEvents fresh(boolean keepRaw) {
    return new BilibiliEvents(
        ROOM,
        new RoomOptions(new Random(1), keepRaw, Credentials.NONE, Map.of(), new Decompressors()));
  }

  /** What one message becomes, alone, merges flushed. */
  public static List<LiveEvent> of(byte[] json) {
    BilibiliEvents events = fresh();
    EventLog log = new EventLog();
    events.onMessage(ByteBuffer.wrap(json), NOW, log);
    log.flush(events);
    return log.events();
  }

  /** Lets the time come for which the events asked. */
  void flush(BilibiliEvents from) {
    if (from.nextWake() != Long.MAX_VALUE) {
      from.onWake(from.nextWake(), this);
    }
  }

  List<LiveEvent> events() {
    return events;
  }

  int copies() {
    return copies;
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

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    throw new AssertionError("events send nothing");
  }

  @Override
  public void live() {
    throw new AssertionError("events do not authenticate");
  }

  @Override
  public void answered() {
    throw new AssertionError("events know no heartbeat");
  }

  @Override
  public void fetch(int tag, HttpCall call, long delayMs) {
    throw new AssertionError("events fetch nothing");
  }

  @Override
  public void wakeAt(long epochMs) {
    throw new AssertionError("the session sets the timer");
  }

  @Override
  public void reconnect(Verdict how, int code, String why) {
    throw new AssertionError("no message costs the socket: " + why);
  }
}
