package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.dissect.Dissectable;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A frame is a magic letter and a text; each becomes a notice, and five seconds later another. */
record EchoPlatform(String id, char magic) implements Platform, Dissectable {

  @Override
  public Dissector dissector() {
    return new Dissector() {
      @Override
      public int recognizes(FrameKind kind, ByteBuffer frame) {
        return frame.get(frame.position()) == magic ? CERTAIN : 0;
      }

      @Override
      public List<Layer> dissect(FrameKind kind, ByteBuffer frame) {
        Layer inner =
            new Layer(
                "inner",
                1,
                frame.remaining() - 1,
                List.of(Layer.Field.of("text", text(frame))),
                List.of());
        return List.of(
            new Layer(
                "echo",
                0,
                frame.remaining(),
                List.of(new Layer.Field("magic", "" + magic, "the letter")),
                List.of(inner)));
      }
    };
  }

  private static String text(ByteBuffer frame) {
    ByteBuffer rest = frame.slice();
    return UTF_8.decode(rest.position(1)).toString();
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    return new Session(room, context);
  }

  private record Session(RoomRef room, RoomContext context) implements RoomSession {
    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      context.live();
      emit(text(bytes));
      context.wakeAt(context.ticks() + 5000);
    }

    @Override
    public void onWake() {
      emit("late");
    }

    private void emit(String text) {
      context.emit(
          new Notice(Origin.ours(room.platform(), room.room(), context.wallMs()), null, text));
    }

    @Override
    public CompletionStage<List<Dial>> resolve(Resolve why) {
      return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public void onOpen(Dial dial) {}

    @Override
    public void onPolled(HttpCall asked, HttpReply reply) {}

    @Override
    public Setback onClosed(Closed why) {
      return Setback.of(Verdict.FAILED, why);
    }
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    return Optional.empty();
  }
}
