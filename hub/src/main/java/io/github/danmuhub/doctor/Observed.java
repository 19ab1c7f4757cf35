package io.github.danmuhub.doctor;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the session wants done, done and told. On the loop only. */
final class Observed implements RoomContext {
  private final Loop loop;
  private final Dialler dialler;
  private final Http http;
  private final Settings settings;
  private final Walk walk;
  private final RandomGenerator random = new SplittableRandom();
  private final LoopTools tools = LoopTools.create();
  private @Nullable RoomSession session;
  private Runnable onLive = () -> {};
  private Runnable onRefused = () -> {};
  private Loop.@Nullable Timer timer;
  private @Nullable Socket socket;
  private long attachedAt;
  private boolean live;
  private boolean gaveUp;
  private boolean heartbeat;
  private long messages;
  private long unknown;
  private long malformed;

  Observed(Loop loop, Dialler dialler, Settings settings, Walk walk) {
    this.loop = loop;
    this.http = new TracingHttp(dialler.http(), loop, walk);
    this.dialler = dialler;
    this.settings = settings;
    this.walk = walk;
  }

  /** The walk begins: who is told what. */
  void begin(RoomSession opened, Runnable live, Runnable refused) {
    session = opened;
    onLive = live;
    onRefused = refused;
  }

  @Override
  public long wallMs() {
    return loop.wallMs();
  }

  @Override
  public long ticks() {
    return loop.ticks();
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
  public CompletionStage<HttpReply> http(HttpCall call) {
    return http.send(call);
  }

  /**
   * A line is open: what was counted on the one before is forgotten.
   *
   * @param opened null where polls stand for a socket
   */
  void attach(@Nullable Socket opened) {
    socket = opened;
    gaveUp = false;
    attachedAt = loop.ticks();
    heartbeat = false;
    messages = 0;
    unknown = 0;
    malformed = 0;
  }

  /** Closes the socket on purpose, and forgets what it told. */
  void detach() {
    Socket open = socket;
    socket = null;
    live = false;
    if (timer != null) {
      timer.cancel();
    }
    if (open != null) {
      open.close(1000, "done");
    }
  }

  /** Whether the session itself gave the socket up, and has said why. */
  boolean gaveUp() {
    return gaveUp;
  }

  boolean isLive() {
    return live;
  }

  void summary(long listenedMs) {
    if (!heartbeat && socket != null) {
      walk.step("heartbeat", Step.Outcome.WARNING, "no heartbeat came back", attachedAt);
    }
    String seen =
        "%d messages in %d s, %d unknown, %d malformed"
            .formatted(messages, listenedMs / 1000, unknown, malformed);
    Step.Outcome outcome = messages == 0 || malformed > 0 ? Step.Outcome.WARNING : Step.Outcome.OK;
    walk.step("messages", outcome, seen + (messages == 0 ? ": a quiet room?" : ""), attachedAt);
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    if (socket != null) {
      socket.send(kind, bytes);
    }
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    if (event instanceof Room room) {
      walk.step("room", Step.Outcome.OK, room.title(), loop.ticks());
    } else if (event instanceof Broadcast broadcast) {
      String state = EnumWords.word(broadcast.state());
      walk.step("broadcast", Step.Outcome.OK, state, loop.ticks());
    } else if (live) {
      messages++;
      unknown += event instanceof Unknown ? 1 : 0;
    }
  }

  @Override
  public void live() {
    if (!live) {
      live = true;
      walk.step("auth", Step.Outcome.OK, "the platform accepted us", attachedAt);
      onLive.run();
    }
  }

  @Override
  public void answered() {
    if (!heartbeat) {
      heartbeat = true;
      walk.step("heartbeat", Step.Outcome.OK, "it came back", attachedAt);
    }
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    malformed++;
    if (malformed == 1) {
      walk.step("message", Step.Outcome.WARNING, "malformed: " + why, loop.ticks());
    }
  }

  @Override
  public void poll(HttpCall call, long delayMs) {
    loop.schedule(
        delayMs,
        () ->
            dialler
                .http()
                .send(call)
                .exceptionally(failure -> HttpReply.none())
                .thenAccept(reply -> loop.execute(() -> answer(call, reply))));
  }

  private void answer(HttpCall asked, HttpReply reply) {
    if (!walk.ended() && session != null) {
      session.onPolled(asked, reply);
    }
  }

  @Override
  public void wakeAt(long ticks) {
    if (timer != null) {
      timer.cancel();
    }
    if (ticks != Long.MAX_VALUE) {
      timer = loop.schedule(Math.max(0, ticks - loop.ticks()), this::wake);
    }
  }

  private void wake() {
    if (!walk.ended() && session != null) {
      session.onWake();
    }
  }

  @Override
  public void missedNothing() {}

  @Override
  public void reconnect(Setback why) {
    String detail = why.why() + (why.code() == 0 ? "" : " (code " + why.code() + ")");
    walk.step(live ? "session" : "auth", Step.Outcome.FAILED, detail, attachedAt);
    gaveUp = true;
    loop.execute(onRefused);
  }
}
