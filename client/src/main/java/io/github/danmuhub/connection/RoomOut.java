package io.github.danmuhub.connection;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Loop;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Carries out what the session wants. On the room's loop. */
final class RoomOut implements Out {
  private final RoomLifecycle life;
  private final RecentKeys recent;
  private final MalformedRun run = new MalformedRun();
  private final Heartbeats heartbeats = new Heartbeats();
  private Loop.@Nullable Timer timer;

  RoomOut(RoomLifecycle life) {
    this.life = life;
    this.recent =
        new RecentKeys(life.parts().timing().dedupeWindow(), life.parts().random().nextLong());
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

  void stopTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    DialledSocket socket = life.socket();
    if (socket != null) {
      socket.send(kind, bytes);
    }
  }

  @Override
  public void heartbeat(FrameKind kind, ByteBuffer bytes) {
    heartbeats.sent(life.now());
    send(kind, bytes);
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    run.good();
    if (key == null || recent.add(key)) {
      life.events().emit(event);
    } else {
      life.health().copy();
    }
  }

  @Override
  public void copy() {
    run.good();
    life.health().copy();
  }

  @Override
  public void live() {
    run.good();
    life.accepted();
  }

  @Override
  public void missedNothing() {
    life.forgetGap();
  }

  @Override
  public void answered() {
    run.good();
    heartbeats.answered(life.now()).ifPresent(life.health()::roundTrip);
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    run.bad();
    life.events().malformed(why, raw);
  }

  /** An answer to a request of an earlier socket is ignored. */
  @Override
  public void fetch(int tag, HttpCall call, long delayMs) {
    DialledSocket asker = life.socket();
    if (delayMs <= 0) {
      ask(asker, tag, call);
    } else {
      life.parts().loop().schedule(delayMs, () -> ask(asker, tag, call));
    }
  }

  private void ask(@Nullable DialledSocket asker, int tag, HttpCall call) {
    if (isWaiting(asker)) {
      life.parts()
          .dialler()
          .http()
          .send(call)
          .whenComplete((reply, error) -> answer(asker, tag, call, error == null ? reply : null));
    }
  }

  private void answer(
      @Nullable DialledSocket asker, int tag, HttpCall call, @Nullable HttpReply answered) {
    if (!isWaiting(asker)) {
      return;
    }
    HttpReply reply = answered == null ? HttpReply.none() : answered;
    if (asker != null) {
      asker.polled(call.uri(), reply);
    }
    life.session().http(tag, reply);
  }

  private boolean isWaiting(@Nullable DialledSocket asker) {
    return asker == null ? !life.isOver() : asker.isUp();
  }

  @Override
  public void wakeAt(long epochMs) {
    stopTimer();
    boolean never = epochMs == Long.MAX_VALUE;
    if (!never && !life.isOver()) {
      long delay = Math.max(0, epochMs - life.now());
      timer = life.parts().loop().schedule(delay, life.session()::wake);
    }
  }

  @Override
  public void reconnect(Verdict how, int code, String why) {
    DialledSocket socket = life.socket();
    if (socket != null && socket.isUp()) {
      life.lost(how, new Loss(code, why));
    }
  }
}
