package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Alarm;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.LegacySession;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinRefusal;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The conversation: a heartbeat right after the socket opens and every 10 s, an ack for every frame
 * that wants one; or polls, where the socket is refused or fails again and again, and the socket
 * again now and then. {@link DouyinRedial} says what follows a lost line.
 */
final class DouyinSession implements LegacySession {
  static final long HEARTBEAT_MS = 10_000;

  private final DouyinEvents events;
  private final DouyinRedial redial = new DouyinRedial();
  private final DouyinReceiver receiver;
  private final DouyinResolver resolver;
  private final DouyinPolling polling;
  private final DouyinSocketRetry socketRetry = new DouyinSocketRetry();
  private final Alarm alarm = new Alarm();

  private boolean polls;
  private long nextHeartbeat = Alarm.NEVER;

  DouyinSession(RoomRef room, RoomOptions options) {
    events = new DouyinEvents(room, options);
    receiver = new DouyinReceiver(room, events, redial, options);
    resolver = new DouyinResolver(room, options, events, receiver, redial);
    polling = new DouyinPolling(resolver.lookup());
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
    goDeaf(now);
    return resolver.resolve(http, why, now, out).whenComplete((dials, error) -> setTimer(out));
  }

  /** There is no line any more. */
  private void goDeaf(long now) {
    events.deaf(now);
    redial.closed();
    socketRetry.cancel();
    nextHeartbeat = Alarm.NEVER;
    polls = false;
  }

  @Override
  public void onOpen(Dial dial, long now, Out out) {
    events.hears(now);
    polling.reset();
    if (socketRetry.endsInTime(now)) {
      out.missedNothing();
    }
    // the handshake is the authentication: a refused one never opens
    out.live();
    resolver.release(now, out);
    polls = dial instanceof Dial.Polling;
    if (polls) {
      poll(now, out);
    } else {
      socketRetry.cancel();
      redial.opened(now);
      heartbeat(now, out);
    }
    afterMessages(out);
  }

  private void poll(long now, Out out) {
    DouyinTicket known = resolver.ticket();
    if (known == null) {
      polling.watchPage(out);
      return;
    }
    polling.fetch(known.roomId(), receiver.cursor(), 0, out);
    // without a signature a refusal would be the same
    if (known.isSigned() || redial.isDown()) {
      socketRetry.polling(now);
    }
  }

  private void heartbeat(long now, Out out) {
    nextHeartbeat = now + HEARTBEAT_MS;
    out.heartbeat(FrameKind.BINARY, DouyinPacketCodec.heartbeat());
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes, long now, Out out) {
    boolean closes = receiver.onFrame(kind, bytes, now, out);
    if (closes) {
      goDeaf(now);
      out.reconnect(redial.lost(), 0, "Douyin said close");
    } else {
      afterFrame(out);
    }
  }

  private void afterFrame(Out out) {
    if (redial.hears()) {
      socketRetry.succeeded();
    }
    afterMessages(out);
  }

  private void afterMessages(Out out) {
    if (isOffline()) {
      polling.watchPage(out);
      socketRetry.cancel();
    }
    setTimer(out);
  }

  private boolean isOffline() {
    return events.broadcast().isOffline();
  }

  @Override
  public void onHttp(int tag, HttpReply reply, long now, Out out) {
    if (tag == DouyinPolling.FETCH) {
      onFetched(reply, now, out);
    } else if (polling.onPage(reply, out)) {
      resolver.onAirAgain(out);
    }
  }

  private void onFetched(HttpReply reply, long now, Out out) {
    DouyinTicket known = resolver.ticket();
    if (known == null) {
      return;
    }
    Optional<DouyinFetched> fetched = DouyinFetched.read(reply, receiver.cursor().isNone());
    fetched.ifPresent(answer -> receiver.onFetched(answer, now, out));
    afterMessages(out);
    if (!isOffline()) {
      polling.fetchNext(reply.status(), fetched, known.roomId(), receiver.cursor(), out);
    }
  }

  @Override
  public void onWake(long now, Out out) {
    alarm.rang();
    if (now >= nextHeartbeat) {
      heartbeat(now, out);
    }
    if (now >= events.nextWake()) {
      events.onWake(now, out);
    }
    if (now >= socketRetry.at()) {
      trySocket(now, out);
    }
    if (now >= redial.doubtAt()) {
      goDeaf(now);
      out.reconnect(
          Verdict.RESOLVE, 0, "nothing but heartbeats since the socket was dialled again");
    }
    setTimer(out);
  }

  @Override
  public void onClockSetBack(long byMs) {
    nextHeartbeat = Alarm.earlier(nextHeartbeat, byMs);
    socketRetry.setBack(byMs);
    redial.setBack(byMs);
    events.onClockSetBack(byMs);
  }

  private void trySocket(long now, Out out) {
    socketRetry.begin(now);
    redial.renewTicket();
    out.reconnect(Verdict.RESOLVE, 0, "trying the socket again");
  }

  private void setTimer(Out out) {
    long ours = Math.min(nextHeartbeat, Math.min(socketRetry.at(), redial.doubtAt()));
    alarm.set(Math.min(ours, events.nextWake()), out);
  }

  @Override
  public String explain(Closed why) {
    return why.refusal() == null ? "" : DouyinRefusal.words(why.refusal());
  }

  @Override
  public String account() {
    return resolver.account();
  }

  @Override
  public Verdict onClosed(Closed why, long now, Out out) {
    Verdict verdict = polls ? Verdict.RESOLVE : afterSocket(why.refusal());
    goDeaf(now);
    resolver.release(now, out);
    setTimer(out);
    return verdict;
  }

  /** Whom the socket refuses may still poll; that says nothing against the server. */
  private Verdict afterSocket(@Nullable HttpReply refusal) {
    boolean ours = refusal != null && DouyinRefusal.isOurs(refusal);
    return ours ? Verdict.NEXT_DIAL : redial.lost();
  }

  @Override
  public void onEnd(long now, Out out) {
    resolver.release(now, out);
    events.end(now, out);
  }
}
