package io.github.danmuhub.platform.huya.site;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.RecordedFrame;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.http.Query;
import io.github.danmuhub.platform.huya.message.HuyaEvents;
import io.github.danmuhub.platform.huya.packet.HuyaConnectInfo;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.platform.huya.packet.HuyaPush;
import io.github.danmuhub.platform.site.PeerContext;
import io.github.danmuhub.platform.site.Programmes;
import io.github.danmuhub.platform.site.RefusedException;
import io.github.danmuhub.platform.site.SimulatedPeer;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Huya's other side: its lookups, the admission of sockets, and messages by its own codec. */
public final class HuyaSite implements SimulatedPlatform<HuyaMessage> {
  private static final List<String> LOOKUP_HOSTS =
      List.of("mp.huya.com", "www.huya.com", "m.huya.com");

  private final SiteContext context;
  private final Lookups lookups;

  public HuyaSite(SiteContext context) {
    this.context = context;
    lookups = new Lookups(context);
  }

  @Override
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>(HuyaConnectInfo.HOSTS);
    hosts.addAll(LOOKUP_HOSTS);
    return hosts;
  }

  @Override
  public boolean serves(String path) {
    return path.equals("/") || path.equals(Lookups.PROFILE);
  }

  @Override
  public Vocabulary vocabulary() {
    return HuyaWords.VOCABULARY;
  }

  @Override
  public List<HuyaMessage> encode(LiveEvent event) {
    return HuyaEvents.encode(event, Presenters.of(event.origin().room()));
  }

  /** A frame that cannot be read has those before the break. */
  @Override
  public List<HuyaMessage> messages(RecordedFrame frame) {
    List<HuyaMessage> messages = new ArrayList<>();
    try {
      HuyaPacket packet = HuyaPacket.decode(ByteBuffer.wrap(frame.bytes().toBytes()));
      if (HuyaPush.is(packet)) {
        HuyaPush.decode(packet, messages::add);
      }
    } catch (MalformedException e) {
      context.count("captured frames that are broken");
    }
    return messages;
  }

  @Override
  public HuyaMessage renewed(HuyaMessage message, long round) {
    return Renewal.of(message, round);
  }

  @Override
  public void onHttp(HttpCall call, Programmes<HuyaMessage> rooms, Consumer<HttpReply> answer) {
    answer.accept(lookups.answer(call));
  }

  @Override
  public SimulatedPeer<HuyaMessage> accept(@Nullable HttpCall handshake, PeerContext peer)
      throws RefusedException {
    if (handshake == null) {
      throw new RefusedException(HttpReply.of(400, "text/plain", "Huya has no byte streams"));
    }
    String query = handshake.uri().getRawQuery();
    try {
      HuyaConnectInfo.decode(Query.parse(query == null ? "" : query).get("baseinfo"));
    } catch (MalformedException e) {
      context.count("sockets refused: baseinfo");
      throw new RefusedException(HttpReply.of(400, "text/plain", "baseinfo: " + e.why()));
    }
    return new Peer(context, peer, offersDeflate(handshake));
  }

  private static boolean offersDeflate(HttpCall handshake) {
    return handshake.headers().all("Sec-WebSocket-Extensions").stream()
        .anyMatch(offer -> offer.contains("permessage-deflate"));
  }
}
