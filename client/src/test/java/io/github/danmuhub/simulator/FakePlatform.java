package io.github.danmuhub.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.Programmes;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.script.Vocabulary.Audience;
import io.github.danmuhub.script.Vocabulary.Shop;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A platform whose site counts: every frame that comes in makes it say the next number; {@code
 * wake} makes it say one later.
 */
record FakePlatform(String id, String host) implements Platform, Simulatable {
  private static final Vocabulary MUTE =
      new Vocabulary(
          Carried.of(Carried.Ids.TEXT, Set.of()),
          new Audience(1, "", ""),
          new Shop(List.of(), List.of(), List.of()),
          List.of());

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    return Optional.empty();
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    throw new UnsupportedOperationException("only its site is tested");
  }

  @Override
  public SimulatedPlatform<?> simulated(SiteContext context) {
    context.count("odd-headers");
    return new Site(id, host);
  }

  private record Site(String id, String host) implements SimulatedPlatform<String> {
    @Override
    public List<String> hosts() {
      return List.of(host);
    }

    @Override
    public boolean serves(String path) {
      return path.equals("/") || path.startsWith("/" + id);
    }

    @Override
    public Optional<Framing> framing() {
      return Optional.of(in -> in.remaining() < 4 ? 0 : 4);
    }

    @Override
    public Vocabulary vocabulary() {
      return MUTE;
    }

    @Override
    public List<String> encode(LiveEvent event) {
      return List.of();
    }

    @Override
    public List<String> messages(RecordedFrame frame) {
      return List.of();
    }

    @Override
    public String renewed(String message, long round) {
      return message;
    }

    @Override
    public void onHttp(HttpCall call, Programmes<String> rooms, Consumer<HttpReply> answer) {
      if (call.uri().getPath().endsWith("/throw")) {
        throw new IllegalStateException("on purpose");
      }
      answer.accept(HttpReply.of(200, "text/plain", id));
    }

    @Override
    public SimulatedPeer<String> accept(@Nullable HttpCall handshake, PeerContext peer)
        throws RefusedException {
      if (handshake != null && handshake.uri().getPath().endsWith("/refuse")) {
        throw new RefusedException(HttpReply.of(403, "text/plain", "not you"));
      }
      return new Peer(peer);
    }
  }

  private static final class Peer implements SimulatedPeer<String> {
    private final PeerContext context;
    private int number;

    Peer(PeerContext context) {
      this.context = context;
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes) {
      switch (UTF_8.decode(bytes).toString()) {
        case "fail" -> throw new IllegalStateException("on purpose");
        case "wake" -> context.wakeAt(context.ticks() + 20);
        default -> onWake();
      }
    }

    @Override
    public void onMessages(List<String> messages) {}

    @Override
    public void onWake() {
      context.send(FrameKind.TEXT, ByteBuffer.wrap("no %d".formatted(++number).getBytes(UTF_8)));
    }
  }
}
