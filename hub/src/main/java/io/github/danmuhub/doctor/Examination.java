package io.github.danmuhub.doctor;

import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk through one session: the lookup, then dial after dial. On the loop only. */
final class Examination {
  private static final long LOOKUP_WITHIN_MS = 30_000;
  private static final long GRACE_MS = 10_000;

  private final Loop loop;
  private final Dialler dialler;
  private final RoomSession session;
  private final Walk walk;
  private final Observed out;
  private final long listenMs;
  private List<Dial> dials = List.of();
  private int next;
  private long began;

  Examination(
      Loop loop, Dialler dialler, RoomSession session, Observed out, Walk walk, long listenMs) {
    this.loop = loop;
    this.dialler = dialler;
    this.session = session;
    this.walk = walk;
    this.listenMs = listenMs;
    this.out = out;
  }

  void begin() {
    began = loop.ticks();
    out.begin(session, this::listen, this::tryNextDial);
    loop.schedule(LOOKUP_WITHIN_MS, () -> failUnlessLookedUp(began));
    session
        .resolve(Resolve.FIRST)
        .whenComplete((found, failure) -> loop.execute(() -> onLookup(found, failure)));
  }

  private void failUnlessLookedUp(long since) {
    if (dials.isEmpty() && !walk.ended()) {
      walk.step("lookup", Step.Outcome.FAILED, "no answer in time: is the network there?", since);
      finish(false);
    }
  }

  private void onLookup(@Nullable List<Dial> found, @Nullable Throwable failure) {
    if (found == null || found.isEmpty()) {
      String why = failure == null ? "the platform named no server" : Walk.words(failure);
      walk.step("lookup", Step.Outcome.FAILED, why, began);
      finish(false);
      return;
    }
    dials = found;
    if (!session.account().isEmpty()) {
      walk.step("account", Step.Outcome.OK, session.account(), began);
    }
    walk.step("lookup", Step.Outcome.OK, found.size() + " ways to dial", began);
    tryNextDial();
  }

  private void tryNextDial() {
    out.detach();
    if (walk.ended()) {
      return;
    }
    if (next >= dials.size()) {
      finish(false);
      return;
    }
    Dial dial = dials.get(next++);
    began = loop.ticks();
    if (dial instanceof Dial.Polling) {
      walk.step("dial", Step.Outcome.WARNING, "no socket: polling", began);
      out.attach(null);
      session.onOpen(dial);
    } else {
      dialler.dial(dial, new Attempt(dial, next));
    }
    int attempt = next;
    loop.schedule(dial.pace().authWithinMs() + GRACE_MS, () -> giveUpUnlessLive(attempt));
  }

  private void giveUpUnlessLive(int attempt) {
    if (attempt == next && !out.isLive() && !walk.ended()) {
      walk.step("auth", Step.Outcome.FAILED, "the platform never accepted us, nor refused", began);
      tryNextDial();
    }
  }

  /** One socket; what it tells after the next dial began is ignored. */
  private final class Attempt implements SocketListener {
    private final Dial dial;
    private final int number;

    Attempt(Dial dial, int number) {
      this.dial = dial;
      this.number = number;
    }

    private boolean isOver() {
      return walk.ended() || number != next;
    }

    @Override
    public void onOpen(Socket socket) {
      if (isOver()) {
        socket.close(1000, "done");
        return;
      }
      walk.step("dial", Step.Outcome.OK, place(dial), began);
      out.attach(socket);
      session.onOpen(dial);
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      if (!isOver()) {
        session.onFrame(kind, bytes);
      }
    }

    @Override
    public void onClosed(Closed why) {
      if (isOver() || out.gaveUp()) {
        return;
      }
      String step = out.isLive() ? "messages" : "dial";
      walk.step(step, Step.Outcome.FAILED, place(dial) + ": " + words(why), began);
      tryNextDial();
    }
  }

  /** What happened, and what the platform means by it. */
  private String words(Closed why) {
    String status = why.refusal() == null ? "" : ", HTTP " + why.refusal().status();
    String explained = session.onClosed(why).why().substring(why.words().length());
    return "%s (%d%s)%s".formatted(why.reason(), why.code(), status, explained);
  }

  private void listen() {
    int attempt = next;
    loop.schedule(listenMs, () -> concludeIfStillLive(attempt));
  }

  private void concludeIfStillLive(int attempt) {
    if (attempt == next && out.isLive() && !walk.ended()) {
      out.summary(listenMs);
      finish(true);
    }
  }

  private void finish(boolean good) {
    walk.end(good);
    out.detach();
  }

  private static String place(Dial dial) {
    if (dial instanceof Dial.WebSocket ws) {
      return ws.uri().getScheme() + "://" + ws.uri().getAuthority() + ws.uri().getPath();
    }
    if (dial instanceof Dial.Tcp tcp) {
      return "tcp://" + tcp.host() + ":" + tcp.port();
    }
    return dial.getClass().getSimpleName();
  }
}
