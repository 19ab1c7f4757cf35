package io.github.danmuhub.platform.bilibili;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.bilibili.packet.BilibiliHeader;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.http.UrlSecrets;
import io.github.danmuhub.wire.FlatJson;
import io.github.danmuhub.wire.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Blanks the secrets of the authentication; the packet stays well-formed. Other frames stay. The
 * answers of lookups hold tokens, and no message: they are blanked whole.
 */
final class BilibiliRedaction implements Redaction {
  private static final Set<String> SECRET = Set.of("key", "buvid", "uid", "queue_uuid");

  @Override
  public ByteBuffer sent(FrameKind kind, ByteBuffer frame) {
    return kind == FrameKind.BINARY ? redacted(frame) : frame;
  }

  /** A capture may say that it received what the client sent. */
  @Override
  public ByteBuffer received(FrameKind kind, ByteBuffer frame) {
    return sent(kind, frame);
  }

  @Override
  public String url(URI url) {
    return UrlSecrets.masked(url.toString());
  }

  private static ByteBuffer redacted(ByteBuffer frame) {
    try {
      return holdsAuth(frame.slice()) ? withoutSecrets(frame.slice()) : frame;
    } catch (MalformedException e) {
      // a frame that cannot be read may hold a secret
      return ByteBuffer.allocate(0);
    }
  }

  private static boolean holdsAuth(ByteBuffer in) {
    int at = 0;
    while (in.remaining() - at >= BilibiliPacket.HEADER) {
      BilibiliHeader header = BilibiliHeader.at(in, at);
      if (header.operation() == BilibiliPacket.AUTH) {
        return true;
      }
      int length = header.length();
      if (length < BilibiliPacket.HEADER || length > in.remaining() - at) {
        return false;
      }
      at += length;
    }
    return false;
  }

  private static ByteBuffer withoutSecrets(ByteBuffer in) throws MalformedException {
    List<BilibiliPacket> packets = new ArrayList<>();
    while (in.hasRemaining()) {
      int length = BilibiliHeader.read(in).length();
      if (length > in.remaining()) {
        throw new MalformedException("packet is cut off");
      }
      packets.add(blanked(in.slice(in.position(), length)));
      in.position(in.position() + length);
    }
    return BilibiliPacketCodec.encode(packets.toArray(BilibiliPacket[]::new));
  }

  private static BilibiliPacket blanked(ByteBuffer packet) {
    ByteBuffer body = packet.slice(BilibiliPacket.HEADER, packet.limit() - BilibiliPacket.HEADER);
    BilibiliHeader header = BilibiliHeader.at(packet, 0);
    return new BilibiliPacket(
        header.version(),
        header.operation(),
        header.sequence(),
        header.operation() == BilibiliPacket.AUTH ? blankedBody(body) : body);
  }

  private static ByteBuffer blankedBody(ByteBuffer body) {
    byte[] json = new byte[body.remaining()];
    body.get(json);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonParser in = FlatJson.FACTORY.createParser(json);
        JsonGenerator out = FlatJson.FACTORY.createGenerator(bytes)) {
      copy(in, out);
    } catch (IOException e) {
      return ByteBuffer.wrap(new byte[] {'{', '}'});
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static void copy(JsonParser in, JsonGenerator out) throws IOException {
    while (in.nextToken() != null) {
      String name = in.currentName(); // null outside objects
      boolean secret = name != null && in.currentToken().isScalarValue() && SECRET.contains(name);
      if (!secret) {
        out.copyCurrentEvent(in);
      } else if (in.currentToken() == JsonToken.VALUE_STRING) {
        out.writeString("");
      } else {
        out.writeNumber(0);
      }
    }
  }
}
