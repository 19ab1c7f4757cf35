package io.github.danmuhub.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session that does what the frames say: {@code welcome}, {@code caughtup}, {@code chat ID},
 * {@code pong}, {@code ack}, {@code bad}, {@code throw}, {@code leave VERDICT}; several in one
 * frame with {@code +}.
 */
final class ScriptedSession implements RoomSession {
  final List<Resolve> lookups = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  Supplier<CompletionStage<List<Dial>>> lookup = () -> CompletableFuture.completedFuture(List.of());
  BiConsumer<Dial, RoomContext> opening =
      (dial, out) -> out.send(FrameKind.TEXT, UTF_8.encode("auth"));
  BiConsumer<Long, RoomContext> waking = (now, out) -> {};
  Consumer<RoomContext> closing = out -> {};
  BiConsumer<Long, RoomContext> ending = (now, out) -> {};
  Supplier<Verdict> verdict = () -> Verdict.NEXT_DIAL;
  private @Nullable RoomContext context;

  ScriptedSession in(RoomContext given) {
    context = given;
    return this;
  }

  RoomContext out() {
    return Objects.requireNonNull(context, "not opened");
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Resolve why) {
    lookups.add(why);
    return lookup.get();
  }

  @Override
  public void onOpen(Dial dial) {
    calls.add("open");
    opening.accept(dial, out());
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    String frame = UTF_8.decode(bytes.duplicate()).toString();
    calls.add(frame);
    for (String order : frame.split("\\+", -1)) {
      obey(order, bytes, out());
    }
  }

  private static void obey(String order, ByteBuffer bytes, RoomContext out) {
    String[] words = order.split(" ", 2);
    switch (words[0]) {
      case "welcome" -> out.live();
      case "caughtup" -> out.missedNothing();
      case "chat" -> out.emit(chat(words[1], out.wallMs()));
      case "pong" -> out.answered();
      case "ack" -> out.send(FrameKind.TEXT, UTF_8.encode("ack"));
      case "bad" -> out.malformed("broken on purpose", bytes);
      case "leave" ->
          out.reconnect(new Setback(Verdict.valueOf(words[1]), -101, "the token is refused"));
      case "throw" -> throw new IllegalStateException("a bug");
      default -> calm();
    }
  }

  private static void calm() {
    // A frame that means nothing to us.
  }

  static Chat chat(String id, long now) {
    Origin origin = new Origin("test", "1", id.isEmpty() ? null : id, now, now, false, null);
    return Chat.of(origin, User.of("7", "小明"), "hello");
  }

  @Override
  public void onPolled(HttpCall asked, HttpReply reply) {
    calls.add("http " + asked.uri().getPath() + " " + reply.status());
    if (reply.status() == 200) {
      obey(reply.text(), ByteBuffer.allocate(0), out());
    }
  }

  @Override
  public void onWake() {
    calls.add("wake");
    waking.accept(out().ticks(), out());
  }

  @Override
  public Setback onClosed(Closed why) {
    calls.add("closed");
    closing.accept(out());
    return Setback.of(verdict.get(), why);
  }

  @Override
  public void onEnd() {
    calls.add("end");
    ending.accept(out().wallMs(), out());
  }
}
