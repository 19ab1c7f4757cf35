package io.github.danmuhub.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OfflineRoomTest {
  private static final RoomRef ROOM = new RoomRef("late", "1");
  private static final long START = 1_800_000_000_000L;

  private final OfflineRoom room =
      new OfflineRoom(new Late(), ROOM, new OfflineContext(Settings.none("late")));

  /** Tells each frame ten seconds later, and what is asked at once. */
  private static final class Late implements Platform {
    @Override
    public String id() {
      return "late";
    }

    @Override
    public Optional<RoomRef> parse(String roomOrUrl) {
      return Optional.empty();
    }

    @Override
    public RoomSession open(RoomRef room, RoomContext context) {
      return new Session(context);
    }
  }

  private static final class Session implements RoomSession {
    private final RoomContext context;
    private String held = "";

    Session(RoomContext context) {
      this.context = context;
    }

    @Override
    public CompletionStage<List<Dial>> resolve(Resolve why) {
      return new CompletableFuture<>();
    }

    @Override
    public void onOpen(Dial dial) {}

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      held = UTF_8.decode(bytes.duplicate()).toString();
      context.wakeAt(context.ticks() + 10_000);
      context.send(FrameKind.TEXT, bytes);
    }

    @Override
    public void onPolled(HttpCall asked, HttpReply reply) {
      tell(reply.text());
    }

    @Override
    public void onWake() {
      tell(held);
    }

    private void tell(String words) {
      context.emit(new Unknown(Origin.ours("late", "1", context.wallMs()), words));
    }

    @Override
    public Setback onClosed(Closed why) {
      return Setback.again(0, "closed");
    }
  }

  private void frame(String words, long at) {
    room.frame(FrameKind.TEXT, ByteBuffer.wrap(words.getBytes(UTF_8)), START + at);
  }

  private List<String> told() {
    return room.takeEvents().stream()
        .map(event -> ((Unknown) event).cmd() + " at " + (event.origin().received() - START))
        .toList();
  }

  @Test
  void whatIsDueBetweenTwoFramesIsToldAtItsTimeAndBeforeTheLaterOne() {
    frame("a", 0);
    frame("b", 15_000);
    assertThat(told()).containsExactly("a at 10000");
    room.pass(START + 24_999);
    assertThat(told()).isEmpty();
    room.pass(START + 25_000);
    assertThat(told()).containsExactly("b at 25000");
  }

  @Test
  void anAnswerIsHeardAtItsTime() {
    HttpCall call = HttpCall.get(URI.create("https://late.example/"), Headers.NONE);
    room.answer(call, HttpReply.of(200, "text/plain", "x"), START + 5);
    assertThat(told()).containsExactly("x at 5");
  }

  @Test
  void theTimeNeverGoesBackAndTheEndBringsWhatWasHeld() {
    frame("a", 9_000);
    frame("b", 1_000);
    room.end();
    assertThat(told()).containsExactly("b at 19000");
  }
}
