package io.github.danmuhub.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.PeerOut;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RefusedException;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.SimulatedPeer;
import io.github.danmuhub.platform.SimulatedSite;
import io.github.danmuhub.platform.SimulationOptions;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A platform whose site counts: every frame that comes in makes it say the next number; {@code
 * wake} makes it say one later.
 */
record FakePlatform(String id, String host) implements Platform {

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    return Optional.empty();
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    throw new UnsupportedOperationException("only its site is tested");
  }

  @Override
  public SimulatedSite simulate(SimulationOptions options) {
    return new Site(id, host);
  }

  private record Site(String id, String host) implements SimulatedSite {
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
    public void onHttp(HttpCall call, long now, Consumer<HttpReply> answer) {
      if (call.uri().getPath().endsWith("/throw")) {
        throw new IllegalStateException("on purpose");
      }
      answer.accept(HttpReply.of(200, "text/plain", id));
    }

    @Override
    public SimulatedPeer accept(@Nullable HttpCall handshake, long now, PeerOut out)
        throws RefusedException {
      if (handshake != null && handshake.uri().getPath().endsWith("/refuse")) {
        throw new RefusedException(HttpReply.of(403, "text/plain", "not you"));
      }
      return new Peer(out);
    }

    @Override
    public SortedMap<String, Long> tallies() {
      return new TreeMap<>(Map.of("odd-headers", 3L));
    }
  }

  private static final class Peer implements SimulatedPeer {
    private final PeerOut out;
    private int number;

    Peer(PeerOut out) {
      this.out = out;
    }

    @Override
    public void onFrame(FrameKind kind, ByteBuffer bytes, long now) {
      switch (UTF_8.decode(bytes).toString()) {
        case "fail" -> throw new IllegalStateException("on purpose");
        case "wake" -> out.wakeAt(now + 20);
        default -> onWake(now);
      }
    }

    @Override
    public void onWake(long now) {
      out.send(FrameKind.TEXT, ByteBuffer.wrap("no %d".formatted(++number).getBytes(UTF_8)));
    }

    @Override
    public void onClosed(long now) {}
  }
}
