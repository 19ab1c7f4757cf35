package io.github.danmuhub.platform.huya;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.huya.message.RecordingEmitter;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A room's context whose clock the test sets: records what the session wants done. */
final class FakeRoomContext implements RoomContext {
  final RecordingEmitter out = new RecordingEmitter();
  final List<HuyaPacket> sent = new ArrayList<>();
  final List<String> verbs = new ArrayList<>();
  HttpReply answer = HttpReply.none();
  long wakeAt = Long.MAX_VALUE;
  @Nullable Setback setback;

  @Override
  public CompletionStage<HttpReply> http(HttpCall call) {
    return CompletableFuture.completedStage(answer);
  }

  @Override
  public RandomGenerator random() {
    return new SplittableRandom(1);
  }

  @Override
  public Settings settings() {
    return Settings.none("huya");
  }

  @Override
  public LoopTools tools() {
    return LoopTools.create();
  }

  @Override
  public void poll(HttpCall call, long delayMs) {
    verbs.add("poll");
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    try {
      sent.add(HuyaPacket.decode(bytes));
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void answered() {
    verbs.add("answered");
  }

  @Override
  public void live() {
    verbs.add("live");
  }

  @Override
  public void missedNothing() {
    verbs.add("missedNothing");
  }

  @Override
  public void wakeAt(long ticks) {
    wakeAt = ticks;
  }

  @Override
  public void reconnect(Setback why) {
    setback = why;
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    out.emit(event, key);
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    out.malformed(why, raw);
  }

  @Override
  public long wallMs() {
    return out.now;
  }

  @Override
  public long ticks() {
    return out.now;
  }
}
