package io.github.danmuhub.platform.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Pace;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.wire.MalformedException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The conversation: {@code join}, {@code ping} every 20 s, and lines all the while. */
final class TinySession implements RoomSession {
  private static final long PING_MS = 20_000;
  private static final Pace PACE = new Pace(5_000, 2 * PING_MS);

  private final RoomRef room;
  private final RoomContext context;
  private String token = "";
  private boolean open;

  TinySession(RoomRef room, RoomContext context) {
    this.room = room;
    this.context = context;
  }

  @Override
  public CompletionStage<List<Dial>> resolve(Resolve why) {
    URI lookup = URI.create("https://tiny.example/rooms/" + room.room());
    Headers headers = Headers.of("Cookie", context.settings().credentials().cookie());
    return context.http(HttpCall.get(lookup, headers)).thenApply(this::learn);
  }

  private List<Dial> learn(HttpReply reply) {
    String[] words = reply.text().split(" ", -1);
    if (reply.status() != 200 || words.length != 2) {
      throw new CompletionException(
          LookupException.again(reply.status(), "tiny.example answers " + reply.text()));
    }
    token = words[1];
    return List.of(new Dial.WebSocket(URI.create("wss://tiny.example/chat"), Headers.NONE, PACE));
  }

  @Override
  public void onOpen(Dial dial) {
    open = true;
    say("join " + room.room() + " " + token);
  }

  private void say(String words) {
    context.send(FrameKind.TEXT, ByteBuffer.wrap(words.getBytes(UTF_8)));
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (kind == FrameKind.TEXT) {
      UTF_8.decode(bytes.duplicate()).toString().lines().forEach(this::onLine);
    }
  }

  private void onLine(String line) {
    switch (line) {
      case "welcome" -> {
        ping();
        context.live();
      }
      case "pong" -> context.answered();
      case "go away" -> context.reconnect(Setback.again(0, "tiny.example refuses the token"));
      default -> emit(line);
    }
  }

  private void emit(String line) {
    try {
      Optional<LiveEvent> event = TinyLines.decode(line, room, context.wallMs());
      context.emit(event.orElseGet(() -> unknown(line)));
    } catch (MalformedException e) {
      context.malformed(e.why(), ByteBuffer.wrap(line.getBytes(UTF_8)));
    }
  }

  private LiveEvent unknown(String line) {
    Origin origin = Origin.ours(room.platform(), room.room(), context.wallMs());
    return new Unknown(
        origin.withRaw(Raw.bytes(line.getBytes(UTF_8))), line.replaceFirst(" .*", ""));
  }

  private void ping() {
    context.heartbeat(FrameKind.TEXT, ByteBuffer.wrap("ping".getBytes(UTF_8)));
    context.wakeAt(context.ticks() + PING_MS);
  }

  @Override
  public void onPolled(HttpCall asked, HttpReply reply) {}

  @Override
  public void onWake() {
    if (open) {
      ping();
    }
  }

  @Override
  public Setback onClosed(Closed why) {
    open = false;
    return Setback.of(Verdict.RESOLVE, why);
  }
}
