package io.github.danmuhub.platform.huya;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.huya.packet.HuyaGroups;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.wire.MalformedException;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * Our own frames hold no secret, but those of the user's own page do: tokens and cookies stand in
 * registrations and calls. So of what goes out only heartbeats and the names of groups stay, and of
 * URLs what says which room is looked up. The answers of lookups hold signed addresses of streams
 * and are blanked whole.
 */
final class HuyaRedaction implements Redaction {
  private static final byte[] NOTHING = {};

  @Override
  public ByteBuffer sent(FrameKind kind, ByteBuffer frame) {
    try {
      HuyaPacket packet = HuyaPacket.decode(frame);
      return (packet.type() == HuyaPacket.REGISTER_GROUPS
              ? HuyaGroups.ofRequest(packet).request(packet.requestId())
              : HuyaPacket.of(packet.type(), NOTHING, packet.requestId()))
          .encode();
    } catch (MalformedException e) {
      // a frame that cannot be read may hold a secret
      return ByteBuffer.allocate(0);
    }
  }

  @Override
  public String url(URI url) {
    String query = url.getRawQuery();
    boolean lookup =
        query != null && query.matches("m=Live&do=profileRoom&roomid=[\\w-]+&showSecret=1");
    String path = url.getScheme() + "://" + url.getHost() + url.getRawPath();
    return query == null || lookup ? path + (query == null ? "" : "?" + query) : path + "?***";
  }
}
