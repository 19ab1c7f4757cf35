package io.github.danmuhub.doctor;

import io.github.danmuhub.connection.Courtesy;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.connection.Persistence;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.RoomParts;
import io.github.danmuhub.connection.RoomParts.Audience;
import io.github.danmuhub.connection.RoomParts.Way;
import io.github.danmuhub.connection.SessionParts;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.connection.Timing.Waits;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Loop;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Walks a connection: lookup, dial, authentication, heartbeat, messages. */
public final class Doctor {
  private final Loop loop;
  private final Dialler dialler;
  private final Consumer<Step> tell;
  private final long listenMs;
  private final FrameTap tap;

  /**
   * Walks on this loop, by this way out.
   *
   * @param listenMs how long it listens to the room once it is let in
   * @param tell hears every step as it is done, on the loop
   * @param tap hears the room's frames
   */
  public Doctor(Loop loop, Dialler dialler, long listenMs, Consumer<Step> tell, FrameTap tap) {
    this.tap = tap;
    this.loop = loop;
    this.dialler = dialler;
    this.listenMs = listenMs;
    this.tell = tell;
  }

  /**
   * Starts the walk; any thread.
   *
   * @return completes, once the room is closed again, with whether it can be heard
   */
  public CompletableFuture<Boolean> examine(Platform platform, RoomRef room, Settings settings) {
    Walk walk = new Walk(loop, tell);
    RoomConnection connection = new RoomConnection(parts(platform, room, settings, walk));
    connection.open();
    return walk.healthy()
        .whenComplete((healthy, unused) -> connection.close())
        .thenCombine(connection.over(), (healthy, last) -> healthy);
  }

  private RoomParts parts(Platform platform, RoomRef room, Settings settings, Walk walk) {
    SplittableRandom random = new SplittableRandom();
    TracingDialler trace = new TracingDialler(dialler, walk);
    return new RoomParts(
        room,
        new SessionParts(
            context -> new ToldSession(platform.open(room, context), walk),
            random.split(),
            settings,
            LoopTools.create(),
            new CookieJar()),
        new Way(loop, trace, new Courtesy(platform.limits())),
        timing(),
        Persistence.ONE_ROUND,
        random,
        new Audience(new Examination(trace, walk)::hear, tap));
  }

  /** A client's, but for the back-off; a report of the health says that we listened long enough. */
  private Timing timing() {
    return Timing.standard().withBackOff(Waits.NONE).withHealthMs(listenMs);
  }
}
