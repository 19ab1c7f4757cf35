package io.github.danmuhub;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A platform of one page, which names the socket, and a socket, where any answer lets us in. */
final class LookedUpPlatform implements Platform {
  static final URI PAGE = URI.create("http://page.example.invalid/room");

  @Override
  public String id() {
    return "lookedup";
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    return Optional.of(new RoomRef(id(), roomOrUrl));
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    return new Session(context);
  }

  private record Session(RoomContext context) implements RoomSession {
    @Override
    public CompletionStage<List<Dial>> resolve(Resolve why) {
      return context
          .http(HttpCall.get(PAGE, Headers.NONE))
          .thenApply(
              page ->
                  List.of(
                      new Dial.WebSocket(
                          URI.create(page.text()), Headers.NONE, new Pace(60_000, 600_000))));
    }

    @Override
    public void onOpen(Dial dial) {
      context.send(FrameKind.TEXT, UTF_8.encode("let me in"));
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      context.live();
    }

    @Override
    public void onPolled(HttpCall asked, HttpReply reply) {
      throw new AssertionError("nothing was asked");
    }

    @Override
    public void onWake() {
      throw new AssertionError("no timer was set");
    }

    @Override
    public Setback onClosed(Closed why) {
      return Setback.of(Verdict.RESOLVE, why);
    }
  }
}
