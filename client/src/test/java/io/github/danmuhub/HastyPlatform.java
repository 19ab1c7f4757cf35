package io.github.danmuhub;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A platform whose sessions live fast: their clock and their timers run {@code times} as quick. */
record HastyPlatform<P extends Platform & Simulatable>(P real, long times)
    implements Platform, Simulatable {

  @Override
  public String id() {
    return real.id();
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    return real.parse(roomOrUrl);
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    return real.open(room, new Hasty(context, times));
  }

  @Override
  public Redaction redaction() {
    return real.redaction();
  }

  @Override
  public SimulatedPlatform<?> simulated(SiteContext context) {
    return real.simulated(context);
  }

  /** Tells hasty times, and brings them back to ours. */
  private record Hasty(RoomContext real, long times) implements RoomContext {
    @Override
    public long wallMs() {
      return real.wallMs() * times;
    }

    @Override
    public long ticks() {
      return real.ticks() * times;
    }

    @Override
    public void wakeAt(long ticks) {
      real.wakeAt(ticks == Long.MAX_VALUE ? ticks : (ticks + times - 1) / times);
    }

    @Override
    public RandomGenerator random() {
      return real.random();
    }

    @Override
    public Settings settings() {
      return real.settings();
    }

    @Override
    public LoopTools tools() {
      return real.tools();
    }

    @Override
    public CookieJar cookies() {
      return real.cookies();
    }

    @Override
    public CompletionStage<HttpReply> http(HttpCall call) {
      return real.http(call);
    }

    @Override
    public void poll(HttpCall call, long delayMs) {
      real.poll(call, delayMs);
    }

    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      real.send(kind, bytes);
    }

    @Override
    public void emit(LiveEvent event, @Nullable String key) {
      real.emit(event, key);
    }

    @Override
    public void live() {
      real.live();
    }

    @Override
    public void missedNothing() {
      real.missedNothing();
    }

    @Override
    public void answered() {
      real.answered();
    }

    @Override
    public void malformed(String why, ByteBuffer raw) {
      real.malformed(why, raw);
    }

    @Override
    public void reconnect(Setback why) {
      real.reconnect(why);
    }
  }
}
