package io.github.danmuhub.platform.bilibili.site;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Framing;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.bilibili.message.BilibiliEvents;
import io.github.danmuhub.platform.bilibili.packet.BilibiliFraming;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.Programmes;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.script.Vocabulary;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bilibili's other side: the lookups, the danmaku servers behind {@code /sub} and raw TCP, and
 * messages by its own encoder.
 */
public final class BilibiliSite implements SimulatedPlatform<Raw> {
  static final String SOCKET_PATH = "/sub";

  private final Backend backend;
  private final LookupAnswers lookups;

  public BilibiliSite(SiteContext context) {
    backend = Backend.of(context);
    lookups = new LookupAnswers(backend);
  }

  @Override
  public List<String> hosts() {
    return List.of(
        "www.bilibili.com",
        "api.bilibili.com",
        "api.live.bilibili.com",
        "*.chat.bilibili.com",
        "b23.tv");
  }

  @Override
  public boolean serves(String path) {
    return path.equals(SOCKET_PATH) || lookups.serves(path);
  }

  @Override
  public Optional<Framing> framing() {
    return Optional.of(new BilibiliFraming());
  }

  @Override
  public Vocabulary vocabulary() {
    return BilibiliWords.VOCABULARY;
  }

  @Override
  public List<Raw> encode(LiveEvent event) {
    return BilibiliEvents.encode(event);
  }

  /** A capture is played as far as it can be read; danmu inspect shows the rest. */
  @Override
  public List<Raw> messages(RecordedFrame frame) {
    List<Raw> messages = new ArrayList<>();
    BilibiliPacketCodec codec = new BilibiliPacketCodec(backend.decompressors());
    codec.decode(ByteBuffer.wrap(frame.bytes().toBytes()), new Collector(messages));
    return messages;
  }

  /** Takes the messages out of a frame, whatever layers they lie in. */
  private record Collector(List<Raw> messages) implements BilibiliPacketCodec.Visitor {
    @Override
    public void onPacket(BilibiliPacket packet) {
      if (packet.operation() == BilibiliPacket.MESSAGE) {
        byte[] body = new byte[packet.body().remaining()];
        packet.body().get(body);
        messages.add(Raw.json(body));
      }
    }

    @Override
    public void onMalformed(String why, ByteBuffer raw) {
      // the rest of the frame is played
    }
  }

  @Override
  public Raw renewed(Raw message, long round) {
    return Raw.json(FreshIds.of(message.toBytes(), round));
  }

  @Override
  public void onHttp(HttpCall call, Programmes<Raw> rooms, Consumer<HttpReply> answer) {
    answer.accept(lookups.answer(call));
  }

  @Override
  public SimulatedPeer<Raw> accept(@Nullable HttpCall handshake, PeerContext peer)
      throws RefusedException {
    if (handshake != null && !handshake.uri().getPath().equals(SOCKET_PATH)) {
      throw new RefusedException(HttpReply.of(404, "text/plain", "not found"));
    }
    backend.context().count(handshake == null ? "connections over TCP" : "handshakes");
    return new Peer(backend, handshake == null, peer);
  }
}
