package io.github.danmuhub;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.SimulatedSite;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A platform whose sessions live fast: their clock and their timers run {@code times} as quick. */
record HastyPlatform(Platform real, long times) implements Platform {

  @Override
  public String id() {
    return real.id();
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    return real.parse(roomOrUrl);
  }

  @Override
  public RoomSession open(RoomRef room, RoomOptions options) {
    return new Session(real.open(room, options), times);
  }

  @Override
  public ByteBuffer redact(FrameKind kind, ByteBuffer frame) {
    return real.redact(kind, frame);
  }

  @Override
  public SimulatedSite simulate(SimulationOptions options) {
    return real.simulate(options);
  }

  private record Session(RoomSession real, long times) implements RoomSession {

    private long hasty(long now) {
      return now * times;
    }

    private Out calm(Out out) {
      return new Calm(out, times);
    }

    @Override
    public CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
      return real.resolve(http, why, hasty(now), calm(out));
    }

    @Override
    public void onOpen(Dial dial, long now, Out out) {
      real.onOpen(dial, hasty(now), calm(out));
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes, long now, Out out) {
      real.onFrame(kind, bytes, hasty(now), calm(out));
    }

    @Override
    public void onHttp(int tag, HttpReply reply, long now, Out out) {
      real.onHttp(tag, reply, hasty(now), calm(out));
    }

    @Override
    public void onWake(long now, Out out) {
      real.onWake(hasty(now), calm(out));
    }

    @Override
    public String explain(Closed why) {
      return real.explain(why);
    }

    @Override
    public Verdict onClosed(Closed why, long now, Out out) {
      return real.onClosed(why, hasty(now), calm(out));
    }

    @Override
    public void onEnd(long now, Out out) {
      real.onEnd(hasty(now), calm(out));
    }
  }

  /** Brings the hasty times of a session back to ours. */
  private record Calm(Out out, long times) implements Out {

    @Override
    public void wakeAt(long epochMs) {
      out.wakeAt(epochMs == Long.MAX_VALUE ? epochMs : (epochMs + times - 1) / times);
    }

    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      out.send(kind, bytes);
    }

    @Override
    public void emit(LiveEvent event, @Nullable String key) {
      out.emit(event, key);
    }

    @Override
    public void live() {
      out.live();
    }

    @Override
    public void missedNothing() {
      out.missedNothing();
    }

    @Override
    public void answered() {
      out.answered();
    }

    @Override
    public void malformed(String why, ByteBuffer raw) {
      out.malformed(why, raw);
    }

    @Override
    public void fetch(int tag, HttpCall call, long delayMs) {
      out.fetch(tag, call, delayMs);
    }

    @Override
    public void reconnect(Verdict how, int code, String why) {
      out.reconnect(how, code, why);
    }
  }
}
