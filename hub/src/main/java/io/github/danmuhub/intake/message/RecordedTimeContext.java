package io.github.danmuhub.intake.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keeps the events that a session emits, by the clock of a recording; does nothing else. */
final class RecordedTimeContext implements RoomContext {
  /** As many keys as are remembered; an event with one of them was emitted before. */
  private static final int MOST = 20_000;

  private final Settings settings;
  private final RandomGenerator random = new SplittableRandom(1);
  private final LoopTools tools = LoopTools.create();
  private final CookieJar cookies = new CookieJar();
  private List<LiveEvent> events = new ArrayList<>();
  private final BoundedMap<String, Boolean> emitted = new BoundedMap<>(MOST);
  private long malformed;
  private long now;
  private long wakeAt = Long.MAX_VALUE;

  RecordedTimeContext(Settings settings) {
    this.settings = settings;
  }

  void setTime(long epochMs) {
    now = epochMs;
  }

  List<LiveEvent> takeEvents() {
    List<LiveEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }

  /** How many messages could not be read. */
  long malformed() {
    return malformed;
  }

  /** When the session's timer is due; {@link Long#MAX_VALUE} if never. Stops the timer. */
  long takeWakeAt() {
    long taken = wakeAt;
    wakeAt = Long.MAX_VALUE;
    return taken;
  }

  @Override
  public long wallMs() {
    return now;
  }

  @Override
  public long ticks() {
    return now;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public LoopTools tools() {
    return tools;
  }

  @Override
  public CookieJar cookies() {
    return cookies;
  }

  @Override
  public CompletionStage<HttpReply> http(HttpCall call) {
    return new CompletableFuture<>();
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    if (key == null || emitted.put(key, true) == null) {
      events.add(event);
    }
  }

  @Override
  public void copy() {}

  @Override
  public void live() {}

  @Override
  public void answered() {}

  @Override
  public void malformed(String why, ByteBuffer raw) {
    malformed++;
  }

  @Override
  public void missedNothing() {}

  @Override
  public void reconnect(Setback why) {}

  @Override
  public void wakeAt(long ticks) {
    wakeAt = ticks;
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {}

  @Override
  public void poll(HttpCall call, long delayMs) {}
}
