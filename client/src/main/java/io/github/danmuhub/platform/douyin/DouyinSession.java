package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Alarm;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.douyin.message.DouyinEvents;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinRefusal;
import io.github.danmuhub.platform.douyin.packet.DouyinTicket;
import io.github.danmuhub.platform.http.HttpCall;
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
final class DouyinSession implements RoomSession {
  static final long HEARTBEAT_MS = 10_000;

  private final RoomContext context;
  private final DouyinEvents events;
  private final DouyinRedial redial;
  private final DouyinReceiver receiver;
  private final DouyinResolver resolver;
  private final DouyinPolling polling;
  private final DouyinSocketRetry socketRetry;
  private final Alarm alarm = new Alarm();

  private boolean polls;
  private long nextHeartbeat = Alarm.NEVER;

  DouyinSession(RoomRef room, RoomContext context) {
    this.context = context;
    boolean keepRaw = context.settings().keepRaw();
    events = new DouyinEvents(room, keepRaw, context.tools().protoCache(), context);
    redial = new DouyinRedial(context);
    receiver = new DouyinReceiver(room, events, redial, context);
    resolver = new DouyinResolver(room, events, receiver, redial, context);
    polling = new DouyinPolling(resolver.lookup(), context);
    socketRetry = new DouyinSocketRetry(context);
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Resolve why) {
    goDeaf();
    return resolver.resolve(why).whenComplete((dials, error) -> setTimer());
  }

  /** There is no line any more. */
  private void goDeaf() {
    events.deaf();
    redial.closed();
    socketRetry.cancel();
    nextHeartbeat = Alarm.NEVER;
    polls = false;
  }

  @Override
  public void onOpen(Dial dial) {
    events.hears();
    polling.reset();
    if (socketRetry.endsInTime()) {
      context.missedNothing();
    }
    // the handshake is the authentication: a refused one never opens
    context.live();
    resolver.release();
    polls = dial instanceof Dial.Polling;
    if (polls) {
      poll();
    } else {
      socketRetry.cancel();
      redial.opened();
      if (!(dial instanceof Dial.Browser)) {
        heartbeat(); // a page sends its own
      }
    }
    afterMessages();
  }

  private void poll() {
    DouyinTicket known = resolver.ticket();
    if (known == null) {
      polling.watchPage();
      return;
    }
    polling.fetch(known.roomId(), receiver.cursor(), 0);
    // without a signature a refusal would be the same
    if (known.isSigned() || redial.isDown()) {
      socketRetry.polling();
    }
  }

  private void heartbeat() {
    nextHeartbeat = context.ticks() + HEARTBEAT_MS;
    context.heartbeat(FrameKind.BINARY, DouyinPacketCodec.heartbeat());
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    boolean closes = receiver.onFrame(kind, bytes);
    if (closes) {
      goDeaf();
      context.reconnect(new Setback(redial.lost(), 0, "Douyin said close"));
    } else {
      afterFrame();
    }
  }

  private void afterFrame() {
    if (redial.hears()) {
      socketRetry.succeeded();
    }
    afterMessages();
  }

  private void afterMessages() {
    if (isOffline()) {
      polling.watchPage();
      socketRetry.cancel();
    }
    setTimer();
  }

  private boolean isOffline() {
    return events.broadcast().isOffline();
  }

  /** In a replay there is no ticket, and no page is watched. */
  @Override
  public void onPolled(HttpCall asked, HttpReply reply) {
    if (DouyinFetchUrl.PATH.equals(asked.uri().getPath())) {
      onFetched(asked, reply);
    } else if (polling.isPageBack(reply)) {
      resolver.onAirAgain();
    }
  }

  private void onFetched(HttpCall asked, HttpReply reply) {
    Optional<DouyinFetched> fetched = DouyinFetched.read(asked, reply);
    fetched.ifPresent(receiver::onFetched);
    afterMessages();
    DouyinTicket known = resolver.ticket();
    // a page goes on by itself
    if (known != null && polls && !isOffline()) {
      polling.fetchNext(reply.status(), fetched, known.roomId(), receiver.cursor());
    }
  }

  @Override
  public void onWake() {
    alarm.rang();
    long now = context.ticks();
    if (now >= nextHeartbeat) {
      heartbeat();
    }
    if (now >= events.nextWake()) {
      events.onWake();
    }
    if (now >= socketRetry.at()) {
      trySocket();
    }
    if (now >= redial.doubtAt()) {
      goDeaf();
      context.reconnect(
          Setback.again(0, "nothing but heartbeats since the socket was dialled again"));
    }
    setTimer();
  }

  private void trySocket() {
    socketRetry.begin();
    redial.renewTicket();
    context.reconnect(Setback.again(0, "trying the socket again"));
  }

  private void setTimer() {
    long ours = Math.min(nextHeartbeat, Math.min(socketRetry.at(), redial.doubtAt()));
    alarm.set(Math.min(ours, events.nextWake()), context);
  }

  @Override
  public String account() {
    return resolver.account();
  }

  @Override
  public Setback onClosed(Closed why) {
    HttpReply refusal = why.refusal();
    Verdict next = polls ? Verdict.RESOLVE : afterSocket(refusal);
    goDeaf();
    setTimer();
    return Setback.of(next, why, refusal == null ? "" : DouyinRefusal.words(refusal));
  }

  /** Whom the socket refuses may still poll; that says nothing against the server. */
  private Verdict afterSocket(@Nullable HttpReply refusal) {
    boolean ours = refusal != null && DouyinRefusal.isOurs(refusal);
    return ours ? Verdict.NEXT_DIAL : redial.lost();
  }

  @Override
  public void onEnd() {
    resolver.release();
    events.end();
  }
}
