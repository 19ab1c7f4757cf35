package io.github.danmuhub.benchmarks;

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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/** A room that only swallows events; anything broken ends the benchmark. */
final class EventSink implements RoomContext {
  @Nullable Blackhole hole;
  long now = 1_790_000_000_000L;
  long heard;

  private final Settings settings;
  private final RandomGenerator random = new Random(1);
  private final LoopTools tools = LoopTools.create();
  private final CookieJar cookies = new CookieJar();

  EventSink(String platform) {
    settings = Settings.none(platform);
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    heard++;
    if (hole != null) {
      hole.consume(event);
    }
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    throw new IllegalStateException("the benchmark's own frame is malformed: " + why);
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
  public void poll(HttpCall call, long delayMs) {}

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {}

  @Override
  public void live() {}

  @Override
  public void missedNothing() {}

  @Override
  public void answered() {}

  @Override
  public void wakeAt(long ticks) {}

  @Override
  public void reconnect(Setback why) {}
}
