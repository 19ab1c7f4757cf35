package io.github.danmuhub.platform;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets a {@link LegacySession} live in a {@link RoomContext}. Goes with the last of them. */
public final class LegacyBridge implements RoomSession {
  private static final int POLLS = 64;

  private final RoomContext context;
  private final LegacySession session;
  private final Out out = new OldOut();
  private final BoundedMap<HttpCall, Integer> tags = new BoundedMap<>(POLLS);
  private long told = Long.MIN_VALUE;

  /**
   * @param open makes the session of what one was given
   */
  public LegacyBridge(RoomContext context, Function<RoomOptions, LegacySession> open) {
    this.context = context;
    Settings settings = context.settings();
    session =
        open.apply(
            new RoomOptions(
                context.random(),
                settings.keepRaw(),
                settings.credentials(),
                settings.values(),
                context.tools().decompressors(),
                context.tools().protoCache()));
  }

  /** The time, as the session is told it; if the clock was set back, it is told that first. */
  private long now() {
    long now = context.wallMs();
    if (now < told) {
      session.onClockSetBack(told - now);
    }
    told = now;
    return now;
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Resolve why) {
    return session.resolve(context::http, why, now(), out);
  }

  @Override
  public void onOpen(Dial dial) {
    session.onOpen(dial, now(), out);
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    session.onFrame(kind, bytes, now(), out);
  }

  @Override
  public void onPolled(HttpCall asked, HttpReply reply) {
    Integer tag = tags.get(asked);
    if (tag != null) {
      session.onHttp(tag, reply, now(), out);
    } else if (reply.status() != 0) {
      session.onFrame(FrameKind.POLLED, ByteBuffer.wrap(reply.body().toBytes()), now(), out);
    }
  }

  @Override
  public void onWake() {
    session.onWake(now(), out);
  }

  @Override
  public Setback onClosed(Closed why) {
    String explained = session.explain(why);
    return Setback.of(session.onClosed(why, now(), out), why, explained);
  }

  @Override
  public void onEnd() {
    session.onEnd(now(), out);
  }

  @Override
  public String account() {
    return session.account();
  }

  /** What the session wants, said to the context. */
  private final class OldOut implements Out {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {
      context.send(kind, bytes);
    }

    @Override
    public void heartbeat(FrameKind kind, ByteBuffer bytes) {
      context.heartbeat(kind, bytes);
    }

    @Override
    public void emit(LiveEvent event, @Nullable String key) {
      context.emit(event, key);
    }

    @Override
    public void copy() {
      context.copy();
    }

    @Override
    public void live() {
      context.live();
    }

    @Override
    public void missedNothing() {
      context.missedNothing();
    }

    @Override
    public void answered() {
      context.answered();
    }

    @Override
    public void malformed(String why, ByteBuffer raw) {
      context.malformed(why, raw);
    }

    @Override
    public void fetch(int tag, HttpCall call, long delayMs) {
      tags.put(call, tag);
      context.poll(call, delayMs);
    }

    @Override
    public void wakeAt(long epochMs) {
      boolean never = epochMs == Long.MAX_VALUE;
      context.wakeAt(never ? epochMs : context.ticks() + epochMs - context.wallMs());
    }

    @Override
    public void reconnect(Verdict how, int code, String why) {
      context.reconnect(new Setback(how, code, why));
    }
  }
}
