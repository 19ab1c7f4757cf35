package io.github.danmuhub.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.testing.VirtualLoop;
import io.github.danmuhub.transport.Dialler;
import io.github.danmuhub.transport.Http;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The walk through a scripted session, in virtual time. */
class DoctorTest {
  private static final long LISTEN_MS = 10_000;
  private static final Pace PACE = new Pace(5_000, 60_000);
  private static final Closed DROPPED = new Closed(1006, "gone", null);

  private final VirtualLoop loop = new VirtualLoop();
  private final List<Step> steps = new ArrayList<>();
  private final List<SocketListener> dialled = new ArrayList<>();
  private final Scripted session = new Scripted();
  private @Nullable CompletableFuture<Boolean> healthy;

  @Test
  void aRoomThatStaysLiveIsHealthy() {
    begin(socket("a"));
    dialled.get(0).onOpen(new NoSocket());
    loop.advance(LISTEN_MS - 1);
    assertThat(healthy).isNotDone();
    loop.advance(1);
    assertThat(healthy).isCompletedWithValue(true);
    assertThat(step("heartbeat").detail().toString()).isEqualTo("no heartbeat came back");
  }

  @Test
  void aDialThatHangsIsNotHealthyBecauseTheOneBeforeItWasLive() {
    begin(socket("a"), socket("b"));
    dialled.get(0).onOpen(new NoSocket());
    loop.advance(1_000);
    dialled.get(0).onClosed(DROPPED);
    loop.advance(60_000);
    assertThat(healthy).isCompletedWithValue(false);
    assertThat(step("dial").detail().toString()).contains("no connection within");
  }

  @Test
  void theNextDialIsListenedToForItsWholeTimeAndItsOwnMessagesCount() {
    begin(socket("a"), socket("b"));
    dialled.get(0).onOpen(new NoSocket());
    dialled.get(0).onFrame(FrameKind.BINARY, ByteBuffer.allocate(1));
    loop.advance(LISTEN_MS - 1);
    dialled.get(0).onClosed(DROPPED);
    loop.run();
    dialled.get(1).onOpen(new NoSocket());
    loop.advance(LISTEN_MS - 1);
    assertThat(healthy).isNotDone();
    loop.advance(1);
    assertThat(healthy).isCompletedWithValue(true);
    assertThat(step("messages").detail().toString()).startsWith("0 messages in 10 s");
  }

  @Test
  void aRefusalIsToldInThePlatformsWords() {
    begin(socket("a"));
    dialled.get(0).onClosed(new Closed(1006, "HTTP 200", HttpReply.of(200, "text/plain", "")));
    assertThat(step("dial").detail().toString())
        .isEqualTo("wss://a.example/: HTTP 200 (1006, HTTP 200): sign it first");
  }

  @Test
  void aDialThatIsNeverLetInIsToldAndTheNextOneIsTried() {
    session.accepts = false;
    begin(socket("a"), socket("b"));
    dialled.get(0).onOpen(new NoSocket());
    loop.advance(PACE.authWithinMs());
    assertThat(step("auth").detail().toString()).isEqualTo("not let in within 5000 ms");
    assertThat(dialled).hasSize(2);
  }

  @Test
  void aRoomThatIsRefusedForGoodByOneDialIsTriedByTheNextAtOnce() {
    session.verdict = Verdict.FAILED;
    begin(socket("a"), socket("b"));
    dialled.get(0).onClosed(DROPPED);
    loop.advance(100);
    dialled.get(1).onOpen(new NoSocket());
    loop.advance(LISTEN_MS);
    assertThat(healthy).isCompletedWithValue(true);
    assertThat(steps).extracting(Step::name).containsOnlyOnce("lookup");
  }

  @Test
  void aDialThatOnlyBringsBrokenFramesIsGivenUpAsAClientGivesItUp() {
    begin(socket("a"));
    dialled.get(0).onOpen(new NoSocket());
    session.broken = true;
    for (int i = 0; i < 11; i++) { // with the first one came that we are let in
      dialled.get(0).onFrame(FrameKind.BINARY, ByteBuffer.allocate(1));
    }
    loop.run();
    assertThat(healthy).isCompletedWithValue(false);
    assertThat(step("session").detail().toString())
        .isEqualTo("nothing but malformed frames, 10 in a row");
    assertThat(steps).extracting(Step::name).containsOnlyOnce("message");
  }

  @Test
  void pollsNeedNoHeartbeatAndTakeTheirTimeFromTheirBeginning() {
    begin(new Dial.Polling(PACE));
    loop.advance(LISTEN_MS);
    assertThat(healthy).isCompletedWithValue(true);
    assertThat(steps).extracting(Step::name).doesNotContain("heartbeat");
    assertThat(steps).allMatch(step -> step.tookMs() <= LISTEN_MS);
  }

  private void begin(Dial... dials) {
    session.dials = List.of(dials);
    Doctor doctor = new Doctor(loop, new Dials(), LISTEN_MS, steps::add, FrameTap.NONE);
    healthy = doctor.examine(session, new RoomRef("test", "1"), Settings.none("test"));
    loop.run();
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

  /** A platform and its session: accepts lines, and hears a notice in every frame. */
  private static final class Scripted implements Platform, RoomSession {
    private List<Dial> dials = List.of();
    private boolean accepts = true;
    private boolean broken;
    private Verdict verdict = Verdict.NEXT_DIAL;
    private @Nullable RoomContext out;

    private RoomContext out() {
      return Objects.requireNonNull(out, "not opened");
    }

    @Override
    public String id() {
      return "test";
    }

    @Override
    public Optional<RoomRef> parse(String roomOrUrl) {
      return Optional.empty();
    }

    @Override
    public RoomSession open(RoomRef room, RoomContext context) {
      out = context;
      return this;
    }

    @Override
    public CompletionStage<List<Dial>> resolve(Resolve why) {
      return CompletableFuture.completedFuture(dials);
    }

    @Override
    public void onOpen(Dial dial) {
      if (accepts) {
        out().live();
      }
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      if (broken) {
        out().malformed("cut off", bytes);
      } else {
        out().emit(new Notice(Origin.ours("test", "1", out().wallMs()), null, "hello"));
      }
    }

    @Override
    public void onPolled(HttpCall asked, HttpReply reply) {}

    @Override
    public void onWake() {}

    @Override
    public Setback onClosed(Closed why) {
      return Setback.of(verdict, why, "sign it first");
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
}
