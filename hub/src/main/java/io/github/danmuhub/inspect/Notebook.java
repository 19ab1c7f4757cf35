package io.github.danmuhub.inspect;

import io.github.danmuhub.event.LiveEvent;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a session wants done, instead of doing it. The time is the capture's: its ticks are
 * the latest time so far. Nothing is asked over HTTP.
 */
final class Notebook implements RoomContext {
  private final Settings settings;
  private final RandomGenerator random = new SplittableRandom(1);
  private final LoopTools tools = LoopTools.create();
  private final CookieJar cookies = new CookieJar();
  private long wall;
  private long latest;

  private List<LiveEvent> events = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private long wakeAt = Long.MAX_VALUE;

  Notebook(Settings settings) {
    this.settings = settings;
  }

  /** So late is it now, epoch milliseconds. */
  void setTime(long epochMs) {
    wall = epochMs;
    latest = Math.max(latest, epochMs);
  }

  /** The events since the last call. */
  List<LiveEvent> takeEvents() {
    List<LiveEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }

  /** What else happened since the last call, in words, each once. */
  List<String> takeNotes() {
    List<String> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  /** When the session's timer is due; {@link Long#MAX_VALUE} if never. Stops the timer. */
  long takeWakeAt() {
    long taken = wakeAt;
    wakeAt = Long.MAX_VALUE;
    return taken;
  }

  @Override
  public long wallMs() {
    return wall;
  }

  @Override
  public long ticks() {
    return latest;
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
    events.add(event);
  }

  @Override
  public void copy() {
    notes.add("a copy of what other messages tell: no event");
  }

  @Override
  public void live() {
    notes.add("authentication accepted");
  }

  @Override
  public void answered() {
    notes.add("heartbeat answered");
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    notes.add("malformed: " + why + " (" + raw.remaining() + " bytes)");
  }

  @Override
  public void missedNothing() {}

  @Override
  public void reconnect(Setback why) {
    notes.add("the client would reconnect: " + why.why());
  }

  @Override
  public void wakeAt(long ticks) {
    wakeAt = ticks;
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    notes.add("the client would answer with " + bytes.remaining() + " bytes");
  }

  @Override
  public void poll(HttpCall call, long delayMs) {
    notes.add("the client would fetch " + call.uri().getPath());
  }
}
