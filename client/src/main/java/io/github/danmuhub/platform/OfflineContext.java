package io.github.danmuhub.platform;

import io.github.danmuhub.event.LiveEvent;
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

/**
 * The context of a room without a connection: it keeps the events and the timer, and does nothing
 * else that a session wants done. Nothing is asked over HTTP, so a lookup never ends. Override what
 * you want to hear of. One thread.
 */
public class OfflineContext implements RoomContext {
  private final Settings settings;
  private final RandomGenerator random = new SplittableRandom(1);
  private final LoopTools tools = LoopTools.create();
  private final CookieJar cookies = new CookieJar();
  private List<LiveEvent> events = new ArrayList<>();
  private long wall;
  private long latest;
  private long wakeAt = Long.MAX_VALUE;

  public OfflineContext(Settings settings) {
    this.settings = settings;
  }

  /** It is now {@code epochMs}; the ticks are the latest time so far. */
  public final void setTime(long epochMs) {
    wall = epochMs;
    latest = Math.max(latest, epochMs);
  }

  /** The events since the last call. */
  public final List<LiveEvent> takeEvents() {
    List<LiveEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }

  /** When the session's timer is due; {@link Long#MAX_VALUE} if never. Stops the timer. */
  public final long takeWakeAt() {
    long taken = wakeAt;
    wakeAt = Long.MAX_VALUE;
    return taken;
  }

  @Override
  public final long wallMs() {
    return wall;
  }

  @Override
  public final long ticks() {
    return latest;
  }

  @Override
  public final RandomGenerator random() {
    return random;
  }

  @Override
  public final Settings settings() {
    return settings;
  }

  @Override
  public final LoopTools tools() {
    return tools;
  }

  @Override
  public final CookieJar cookies() {
    return cookies;
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    events.add(event);
  }

  @Override
  public void wakeAt(long ticks) {
    wakeAt = ticks;
  }

  @Override
  public CompletionStage<HttpReply> http(HttpCall call) {
    return new CompletableFuture<>();
  }

  @Override
  public void poll(HttpCall call, long delayMs) {}

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {}

  @Override
  public void answered() {}

  @Override
  public void live() {}

  @Override
  public void missedNothing() {}

  @Override
  public void malformed(String why, ByteBuffer raw) {}

  @Override
  public void reconnect(Setback why) {}
}
