package io.github.danmuhub.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The walk through a scripted session, in virtual time. */
class ExaminationTest {
  private static final long LISTEN_MS = 10_000;
  private static final Pace PACE = new Pace(5_000, 60_000);
  private static final Closed DROPPED = new Closed(1006, "gone", null);

  private final VirtualLoop loop = new VirtualLoop();
  private final List<Step> steps = new ArrayList<>();
  private final List<SocketListener> dialled = new ArrayList<>();
  private final Scripted session = new Scripted();
  private final Walk walk = new Walk(loop, steps::add);

  @Test
  void aRoomThatStaysLiveIsHealthy() {
    begin(socket("a"));
    dialled.get(0).onOpen(new NoSocket());
    loop.advance(LISTEN_MS - 1);
    assertThat(walk.ended()).isFalse();
    loop.advance(1);
    assertThat(walk.healthy()).isCompletedWithValue(true);
    assertThat(step("heartbeat").detail()).isEqualTo("no heartbeat came back");
  }

  @Test
  void aDialThatHangsIsNotHealthyBecauseTheOneBeforeItWasLive() {
    begin(socket("a"), socket("b"));
    dialled.get(0).onOpen(new NoSocket());
    loop.advance(1_000);
    dialled.get(0).onClosed(DROPPED);
    loop.advance(PACE.authWithinMs() + 60_000);
    assertThat(walk.healthy()).isCompletedWithValue(false);
    assertThat(step("auth").detail()).contains("never accepted us");
  }

  @Test
  void theNextDialIsListenedToForItsWholeTimeAndItsOwnMessagesCount() {
    begin(socket("a"), socket("b"));
    dialled.get(0).onOpen(new NoSocket());
    dialled.get(0).onFrame(FrameKind.BINARY, ByteBuffer.allocate(1));
    loop.advance(LISTEN_MS - 1);
    dialled.get(0).onClosed(DROPPED);
    dialled.get(1).onOpen(new NoSocket());
    loop.advance(LISTEN_MS - 1);
    assertThat(walk.ended()).isFalse();
    loop.advance(1);
    assertThat(walk.healthy()).isCompletedWithValue(true);
    assertThat(step("messages").detail()).startsWith("0 messages in 10 s");
  }

  @Test
  void aRefusalIsToldInThePlatformsWords() {
    begin(socket("a"));
    dialled.get(0).onClosed(new Closed(1006, "HTTP 200", HttpReply.of(200, "text/plain", "")));
    assertThat(step("dial").detail())
        .isEqualTo("wss://a.example/: HTTP 200 (1006, HTTP 200): sign it first");
  }

  @Test
  void pollsNeedNoHeartbeatAndTakeTheirTimeFromTheirBeginning() {
    begin(new Dial.Polling(PACE));
    loop.advance(LISTEN_MS);
    assertThat(walk.healthy()).isCompletedWithValue(true);
    assertThat(steps).extracting(Step::name).doesNotContain("heartbeat");
    assertThat(steps).allMatch(step -> step.tookMs() <= LISTEN_MS);
  }

  private void begin(Dial... dials) {
    session.dials = List.of(dials);
    new Examination(loop, new Dials(), session, walk, LISTEN_MS).begin();
    loop.advance(0);
  }

  private static Dial socket(String host) {
    return new Dial.WebSocket(
        URI.create("wss://" + host + ".example/?token=x"), Headers.NONE, PACE);
  }

  /** The last step of that name. */
  private Step step(String name) {
    return steps.stream()
        .filter(step -> step.name().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** Accepts every line, and hears a notice in every frame. */
  private static final class Scripted implements RoomSession {
    private List<Dial> dials = List.of();

    @Override
    public CompletionStage<List<Dial>> resolve(Http http, Resolve why, long now, Out out) {
      return CompletableFuture.completedFuture(dials);
    }

    @Override
    public void onOpen(Dial dial, long now, Out out) {
      out.live();
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes, long now, Out out) {
      out.emit(new Notice(Origin.ours("test", "1", now), null, "hello"));
    }

    @Override
    public void onHttp(int tag, HttpReply reply, long now, Out out) {}

    @Override
    public void onWake(long now, Out out) {}

    @Override
    public String explain(Closed why) {
      return "sign it first";
    }

    @Override
    public Verdict onClosed(Closed why, long now, Out out) {
      return Verdict.NEXT_DIAL;
    }
  }

  private final class Dials implements Dialler {
    @Override
    public Http http() {
      return call -> CompletableFuture.completedFuture(HttpReply.none());
    }

    @Override
    public void dial(Dial dial, SocketListener listener) {
      dialled.add(listener);
    }
  }

  private static final class NoSocket implements Socket {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public void drop(String why) {}
  }

  /** A loop whose clock the test moves. */
  private static final class VirtualLoop implements Loop {
    private final PriorityQueue<Task> tasks =
        new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private long now = 1_700_000_000_000L;
    private long order;

    private record Task(long at, long order, Runnable work) {}

    @Override
    public long now() {
      return now;
    }

    @Override
    public void execute(Runnable task) {
      schedule(0, task);
    }

    @Override
    public Timer schedule(long delayMs, Runnable work) {
      Task task = new Task(now + delayMs, order++, work);
      tasks.add(task);
      return () -> tasks.remove(task);
    }

    /** Runs what falls due on the way. */
    void advance(long ms) {
      long until = now + ms;
      for (Task next = tasks.peek(); next != null && next.at() <= until; next = tasks.peek()) {
        tasks.remove(next);
        now = Math.max(now, next.at());
        next.work().run();
      }
      now = until;
    }
  }
}
