package io.github.danmuhub.testing;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.RefusedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A session and its platform's simulated side, wired in memory under a virtual clock: no sockets,
 * no sleep. A room that is lost is dialled again a second later, until that is in vain. It writes
 * down all that passes.
 */
public final class WiredRoom extends LoneContext {
  public static final long START = 1_790_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE;
  private static final long AGAIN_MS = 1_000;

  public final List<Frame> received = new ArrayList<>();
  public final List<Frame> sent = new ArrayList<>();
  public final List<Exchange> exchanges = new ArrayList<>();
  public final List<Dial> dials = new ArrayList<>();
  public final List<LiveEvent> events = new ArrayList<>();
  public final List<String> malformed = new ArrayList<>();
  public final List<Setback> setbacks = new ArrayList<>();
  public final List<Long> heartbeats = new ArrayList<>();

  /** How often a heartbeat was answered. */
  public int answers;

  /** How often the platform let us in. */
  public int lives;

  /** What was wanted after the end of the room, when there is nobody to do it. */
  public int tooLate;

  /** How many events there were when we were let in first. */
  public int eventsBeforeLive;

  private final HostedPlatform<?> site;
  private final RoomSession session;
  private final Set<String> keys = new HashSet<>();
  private final Agenda agenda = new Agenda(START);

  private long wake = NEVER;
  private boolean ended;
  private @Nullable WiredLine line;
  private List<Dial> found = List.of();
  private int nextDial;

  public WiredRoom(Platform platform, RoomRef room, HostedPlatform<?> site, Settings settings) {
    super(settings, new Random(7));
    this.site = site;
    site.onListening(7001, 7002);
    session = platform.open(room, this);
  }

  /** The session, for calls that come from no site. */
  public RoomSession session() {
    return session;
  }

  public boolean isOpen() {
    return line != null;
  }

  /** Looks the room up and dials it. */
  public WiredRoom open() {
    resolve(Resolve.FIRST);
    return pass(0);
  }

  /** Lets time pass, with everything that falls due in it. */
  public WiredRoom pass(long ms) {
    agenda.pass(ms);
    return this;
  }

  /** The user closes the room. */
  public void close() {
    line = null;
    ended = true;
    session.onEnd();
  }

  /** Events of the room's programme, without those that the lookup brought. */
  public List<LiveEvent> heard() {
    return events.subList(eventsBeforeLive, events.size());
  }

  /** All that passed, with every header, as text. */
  public String traffic() {
    StringBuilder all = new StringBuilder();
    for (Exchange exchange : exchanges) {
      all.append(exchange.call().uri()).append(exchange.call().headers().asList());
      all.append(exchange.reply().headers().asList()).append(exchange.reply().text());
    }
    for (Dial dial : dials) {
      all.append(dial instanceof Dial.WebSocket ws ? ws.uri() + "" + ws.headers().asList() : "");
    }
    sent.forEach(frame -> all.append(frame.bytes().text()));
    received.forEach(frame -> all.append(frame.bytes().text()));
    return all.toString();
  }

  private void resolve(Resolve why) {
    session.resolve(why).whenComplete(this::resolved);
  }

  private void resolved(@Nullable List<Dial> list, @Nullable Throwable failure) {
    if (list != null) {
      found = list;
      nextDial = 0;
      agenda.after(0, this::dial);
    } else {
      Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
      lost(
          cause instanceof LookupException e
              ? e.setback()
              : Setback.again(0, "the lookup threw " + cause));
    }
  }

  private void dial() {
    Dial dial = found.get(nextDial % found.size());
    dials.add(dial);
    line = new WiredLine(this, agenda, dial instanceof Dial.Tcp ? stream() : null);
    try {
      if (!(dial instanceof Dial.Polling)) {
        line.accepted(site.accept(handshake(dial), agenda.now(), line));
      }
      session.onOpen(dial);
    } catch (RefusedException e) {
      line = null;
      lost(session.onClosed(Closed.refused(e.reply())));
    }
  }

  private ByteStream stream() {
    return new ByteStream(() -> site.framing().orElseThrow());
  }

  private static @Nullable HttpCall handshake(Dial dial) {
    return dial instanceof Dial.WebSocket ws ? HttpCall.get(ws.uri(), ws.headers()) : null;
  }

  private void lost(Setback why) {
    setbacks.add(why);
    if (why.how() == Verdict.FAILED) {
      close();
      return;
    }
    nextDial += why.how() == Verdict.NEXT_DIAL ? 1 : 0;
    boolean again = why.how() == Verdict.RESOLVE || nextDial >= found.size();
    Runnable next = again ? () -> resolve(Resolve.STALE) : this::dial;
    agenda.after(Math.max(AGAIN_MS, why.notBeforeMs()), () -> unlessEnded(next));
  }

  private void unlessEnded(Runnable task) {
    if (!ended) {
      task.run();
    }
  }

  /** Cuts the socket, as a network does. */
  public void cut() {
    WiredLine cut = line;
    line = null;
    if (cut != null) {
      cut.close();
    }
    lost(session.onClosed(Closed.gone("cut")));
  }

  /** The site hung up. */
  void dropped(String why) {
    line = null;
    lost(session.onClosed(Closed.gone(why)));
  }

  /** Whether it is the socket that is open. */
  boolean isOpen(WiredLine one) {
    return line == one;
  }

  private boolean isOver() {
    tooLate += ended ? 1 : 0;
    return ended;
  }

  @Override
  public CompletionStage<HttpReply> http(HttpCall call) {
    CompletableFuture<HttpReply> answer = new CompletableFuture<>();
    if (!isOver()) {
      ask(call, answer::complete);
    }
    return answer;
  }

  private void ask(HttpCall bare, Consumer<HttpReply> answer) {
    HttpCall call = cookies.onto(bare);
    agenda.after(
        0,
        () ->
            site.onHttp(
                call,
                agenda.now(),
                reply -> {
                  exchanges.add(new Exchange(call, reply));
                  cookies.keep(call.uri(), reply);
                  agenda.after(0, () -> unlessEnded(() -> answer.accept(reply)));
                }));
  }

  @Override
  public void poll(HttpCall call, long delayMs) {
    WiredLine asking = line;
    if (!isOver() && asking != null) {
      agenda.after(
          delayMs,
          () ->
              asking.whileOpen(
                  () -> ask(call, reply -> asking.whileOpen(() -> session.onPolled(call, reply)))));
    }
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    WiredLine open = line;
    if (!isOver() && open != null) {
      Frame frame = Frame.of(kind, bytes);
      sent.add(frame);
      open.toPeer(kind, frame.buffer());
    }
  }

  @Override
  public void heartbeat(FrameKind kind, ByteBuffer bytes) {
    heartbeats.add(agenda.now());
    send(kind, bytes);
  }

  @Override
  public void answered() {
    answers++;
  }

  @Override
  public void live() {
    if (!isOver()) {
      eventsBeforeLive = lives == 0 ? events.size() : eventsBeforeLive;
      lives++;
    }
  }

  @Override
  public void missedNothing() {}

  @Override
  public void wakeAt(long ticks) {
    if (!isOver() && ticks != wake) {
      wake = ticks;
      if (ticks != NEVER) {
        agenda.after(
            Math.max(0, ticks - agenda.now()), () -> unlessEnded(() -> wakeSession(ticks)));
      }
    }
  }

  private void wakeSession(long at) {
    if (at == wake) {
      wake = NEVER;
      session.onWake();
    }
  }

  @Override
  public void reconnect(Setback why) {
    WiredLine given = line;
    if (!isOver() && given != null) {
      line = null;
      agenda.after(0, given::close);
      lost(why);
    }
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    if (key == null || keys.add(key)) {
      events.add(event);
    }
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    malformed.add(why);
  }

  @Override
  public long wallMs() {
    return agenda.now();
  }

  @Override
  public long ticks() {
    return agenda.now();
  }
}
