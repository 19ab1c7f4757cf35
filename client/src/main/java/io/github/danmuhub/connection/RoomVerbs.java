package io.github.danmuhub.connection;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Loop;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Carries out what the session wants. On the room's loop. */
final class RoomVerbs implements RoomContext {
  private final SessionParts given;
  private final Loop loop;
  private final CallClock clock;
  private final RoomEvents events;
  private final HealthCount health;
  private final Line line;
  private final Requests requests;
  private final RecentKeys recent;
  private final MalformedRun run = new MalformedRun();
  private final Heartbeats heartbeats = new Heartbeats();
  private LifeSignals life = new LifeSignals.Nobody();
  private Loop.@Nullable Timer timer;
  private boolean ended;

  RoomVerbs(
      SessionParts given,
      Loop loop,
      CallClock clock,
      RoomEvents events,
      HealthCount health,
      Line line,
      Requests requests,
      RecentKeys recent) {
    this.given = given;
    this.loop = loop;
    this.clock = clock;
    this.events = events;
    this.health = health;
    this.line = line;
    this.requests = requests;
    this.recent = recent;
  }

  /** The room is opened: from now on the session's wishes are heard. */
  void begin(LifeSignals opened) {
    life = opened;
  }

  /** A call to the session begins. */
  void beginCall() {
    clock.set();
  }

  /** The same, with a frame. */
  void beginFrame() {
    beginCall();
    run.frame();
  }

  /** How many frames in a row, the one that ends here included, were malformed. */
  int endOfFrame() {
    return run.endOfFrame();
  }

  /** A new socket: forgets the malformed frames and the heartbeats of the last one. */
  void newSocket() {
    run.reset();
    heartbeats.reset();
  }

  /** The room is over: from now on the session can only emit events. */
  void end() {
    ended = true;
    stopTimer();
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }

  @Override
  public long wallMs() {
    return clock.wallMs();
  }

  @Override
  public long ticks() {
    return clock.ticks();
  }

  @Override
  public RandomGenerator random() {
    return given.random();
  }

  @Override
  public Settings settings() {
    return given.settings();
  }

  @Override
  public LoopTools tools() {
    return given.tools();
  }

  @Override
  public CookieJar cookies() {
    return given.cookies();
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    run.good();
    if (key == null || recent.add(key)) {
      events.emit(event);
    } else {
      health.copy();
    }
  }

  @Override
  public void copy() {
    run.good();
    health.copy();
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    run.bad();
    events.malformed(why, raw);
  }

  @Override
  public CompletionStage<HttpReply> http(HttpCall call) {
    return requests.ask(call);
  }

  @Override
  public void poll(HttpCall call, long delayMs) {
    if (!ended) {
      requests.poll(call, delayMs, life::polled);
    }
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    line.send(kind, bytes);
  }

  @Override
  public void heartbeat(FrameKind kind, ByteBuffer bytes) {
    heartbeats.sent(clock.ticks());
    send(kind, bytes);
  }

  @Override
  public void answered() {
    run.good();
    heartbeats.answered(clock.ticks()).ifPresent(health::roundTrip);
  }

  @Override
  public void live() {
    run.good();
    life.accepted();
  }

  @Override
  public void missedNothing() {
    life.missedNothing();
  }

  @Override
  public void wakeAt(long ticks) {
    stopTimer();
    if (ticks != Long.MAX_VALUE && !ended) {
      timer = loop.schedule(Math.max(0, ticks - loop.ticks()), life::woken);
    }
  }

  @Override
  public void reconnect(Setback why) {
    life.leave(why);
  }
}
