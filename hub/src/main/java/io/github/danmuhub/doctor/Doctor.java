package io.github.danmuhub.doctor;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Walks a connection: lookup, dial, authentication, heartbeat, messages. */
public final class Doctor {
  private final Loop loop;
  private final Dialler dialler;
  private final Consumer<Step> tell;
  private final long listenMs;

  /**
   * Walks on this loop, by this way out.
   *
   * @param listenMs how long it listens to the room once it is let in
   * @param tell hears every step as it is done, on the loop
   */
  public Doctor(Loop loop, Dialler dialler, long listenMs, Consumer<Step> tell) {
    this.loop = loop;
    this.dialler = dialler;
    this.listenMs = listenMs;
    this.tell = tell;
  }

  /**
   * Starts the walk; any thread.
   *
   * @return completes with whether the room can be heard
   */
  public CompletableFuture<Boolean> examine(Platform platform, RoomRef room, Settings settings) {
    Walk walk = new Walk(loop, tell);
    Observed out = new Observed(loop, dialler, settings, walk);
    RoomSession session = platform.open(room, out);
    loop.execute(() -> new Examination(loop, dialler, session, out, walk, listenMs).begin());
    return walk.healthy();
  }
}
