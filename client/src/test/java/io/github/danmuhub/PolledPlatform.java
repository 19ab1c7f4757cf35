package io.github.danmuhub;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
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
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A platform without sockets: a room is live at once and says one thing. */
final class PolledPlatform implements Platform {
  private final String id;
  private final Pattern room;

  PolledPlatform(String id) {
    this.id = id;
    this.room = Pattern.compile("(?:(?:https://)?live\\." + id + "\\.example/)?(\\d+)");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    Matcher matcher = room.matcher(roomOrUrl);
    return matcher.matches() ? Optional.of(new RoomRef(id, matcher.group(1))) : Optional.empty();
  }

  @Override
  public RoomSession open(RoomRef ref, RoomContext context) {
    context.settings().values().keySet().stream()
        .filter(key -> !key.equals("greeting"))
        .forEach(PolledPlatform::refuse);
    return new OneMessage(
        ref, context, context.settings().values().getOrDefault("greeting", "hello"));
  }

  private static void refuse(String key) {
    throw new IllegalArgumentException("unknown setting '" + key + "'; known: greeting");
  }

  private record OneMessage(RoomRef room, RoomContext context, String text) implements RoomSession {
    @Override
    public CompletionStage<List<Dial>> resolve(Resolve why) {
      return CompletableFuture.completedFuture(
          List.of(new Dial.Polling(new Pace(60_000, 600_000))));
    }

    @Override
    public void onOpen(Dial dial) {
      context.live();
      Origin origin = Origin.ours(room.platform(), room.room(), context.wallMs());
      context.emit(Chat.of(origin, User.of("1", "小明"), text));
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      throw new UnsupportedOperationException("there is no socket");
    }

    @Override
    public void onPolled(HttpCall asked, HttpReply reply) {
      throw new UnsupportedOperationException("nothing was asked");
    }

    @Override
    public void onWake() {
      throw new UnsupportedOperationException("no timer was set");
    }

    @Override
    public Setback onClosed(Closed why) {
      return Setback.of(Verdict.RETRY, why);
    }
  }
}
