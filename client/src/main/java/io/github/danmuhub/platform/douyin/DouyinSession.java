package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Alarm;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.HttpReply;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomOptions;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinCursor;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinRefusal;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The conversation: a heartbeat right after the socket opens and every 10 s, an ack for every frame
 * that wants one; or polls, where the socket is refused, and the socket again now and then.
 *
 * <p>A socket that had let us hear something is dialled again without a lookup, behind the last
 * cursor; one that had not costs a fresh lookup.
 */
final class DouyinSession implements RoomSession {
  static final long HEARTBEAT_MS = 10_000;

  private final DouyinEvents events;
  private final DouyinReceiver receiver;
  private final DouyinResolver resolver;
  private final DouyinPolling polling;
  private final DouyinSocketRetry socketRetry = new DouyinSocketRetry();
  private final Alarm alarm = new Alarm();

  private long nextHeartbeat = Alarm.NEVER;

  DouyinSession(RoomRef room, RoomOptions options) {
    events = new DouyinEvents(room, options);
    receiver = new DouyinReceiver(room, events, options);
    resolver = new DouyinResolver(room, options, events, receiver);
    polling = new DouyinPolling(resolver.lookup());
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
    events.deaf(now);
    socketRetry.cancel();
    return resolver.resolve(http, why, now, out).whenComplete((dials, error) -> setTimer(out));
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
    if (dial instanceof Dial.Polling) {
      poll(now, out);
    } else {
      socketRetry.accepted();
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
    // without a signature the answer would be the same
    if (known.isSigned()) {
      socketRetry.polling(now);
    }
  }

  private void heartbeat(long now, Out out) {
    nextHeartbeat = now + HEARTBEAT_MS;
    out.heartbeat(FrameKind.BINARY, DouyinPacketCodec.heartbeat());
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes, long now, Out out) {
    receiver.onFrame(kind, bytes, now, out);
    afterMessages(out);
  }

  private void afterMessages(Out out) {
    if (events.broadcast().isOffline()) {
      polling.watchPage(out);
    }
    setTimer(out);
  }

  @Override
  public void onHttp(int tag, HttpReply reply, long now, Out out) {
    if (tag == DouyinPolling.PAGE) {
      polling.onPage(reply, out);
    } else {
      onFetched(reply, now, out);
    }
  }

  private void onFetched(HttpReply reply, long now, Out out) {
    DouyinTicket known = resolver.ticket();
    if (known == null) {
      return;
    }
    long interval = DouyinPolling.LONGEST_MS;
    DouyinLookup.Fetched fetched = polling.onFetched(reply, out).orElse(null);
    if (fetched != null) {
      DouyinResponse response = fetched.response();
      interval = DouyinPolling.interval(response);
      receiver.goOnFrom(new DouyinCursor(response.cursor(), response.internalExt()));
      receiver.onMessages(fetched.body(), false, now, out);
      afterMessages(out);
    }
    if (!polling.gaveUp()) {
      polling.fetch(known.roomId(), receiver.cursor(), interval, out);
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
    setTimer(out);
  }

  @Override
  public void onClockSetBack(long byMs) {
    nextHeartbeat = Alarm.earlier(nextHeartbeat, byMs);
    socketRetry.setBack(byMs);
    events.onClockSetBack(byMs);
  }

  private void trySocket(long now, Out out) {
    socketRetry.begin(now);
    resolver.renewTicket();
    out.reconnect(Verdict.RESOLVE, 0, "trying the socket again");
  }

  private void setTimer(Out out) {
    long due = Math.min(nextHeartbeat, Math.min(events.nextWake(), socketRetry.at()));
    alarm.set(due, out);
  }

  @Override
  public String explain(Closed why) {
    return why.refusal() == null ? "" : DouyinRefusal.words(why.refusal());
  }

  /** Whom the socket refuses may still poll; all else needs the URL made anew: see the class. */
  @Override
  public Verdict onClosed(Closed why, long now, Out out) {
    nextHeartbeat = Alarm.NEVER;
    events.deaf(now);
    socketRetry.cancel();
    resolver.release(now, out);
    setTimer(out);
    HttpReply refusal = why.refusal();
    if (!receiver.heard()) {
      resolver.nextServer();
    }
    return refusal != null && DouyinRefusal.isOurs(refusal) ? Verdict.NEXT_DIAL : Verdict.RESOLVE;
  }

  @Override
  public void onEnd(long now, Out out) {
    resolver.release(now, out);
    events.end(now, out);
  }
}
