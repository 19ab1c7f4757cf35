package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.Layer.Field;
import io.github.danmuhub.platform.dissect.Places;
import io.github.danmuhub.platform.dissect.ProtoLayers;
import io.github.danmuhub.platform.douyin.packet.DouyinFetchUrl;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.packet.DouyinPacket;
import io.github.danmuhub.platform.douyin.packet.DouyinPacketCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponse;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseCodec;
import io.github.danmuhub.platform.douyin.packet.DouyinResponseHead;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.MalformedException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A frame for people: the PushFrame, the Response inside, and each message as protobuf without a
 * schema. A bare Response, as {@code im/fetch} answers, is read too.
 */
final class DouyinDissector implements Dissector {
  private static final int LIKELY = 80;
  private static final Map<String, String> TYPES =
      Map.of(
          DouyinPacket.MSG, "messages",
          DouyinPacket.HEARTBEAT, "heartbeat, or the answer to one",
          DouyinPacket.ACK, "the client's receipt for the frame with this LogID",
          DouyinPacket.CLOSE, "the server closes");

  private final Decompressors decompressors = new Decompressors();

  @Override
  public int recognizes(FrameKind kind, ByteBuffer frame) {
    if (kind != FrameKind.BINARY || !frame.hasRemaining()) {
      return 0;
    }
    try {
      DouyinPacket packet = DouyinPacketCodec.decode(frame.slice());
      if (packet.service() == DouyinPacket.SERVICE || TYPES.containsKey(packet.payloadType())) {
        return CERTAIN;
      }
    } catch (MalformedException e) {
      // may still be a bare Response
    }
    return DouyinResponseCodec.recognizes(frame) ? LIKELY : 0;
  }

  @Override
  public int recognizes(URI asked, ByteBuffer answer) {
    return DouyinFetchUrl.PATH.equals(asked.getPath()) ? CERTAIN : 0;
  }

  @Override
  public boolean isFromClient(FrameKind kind, ByteBuffer frame) {
    try {
      return kind == FrameKind.BINARY
          && DouyinPacketCodec.decode(frame.slice()).payloadType().equals(DouyinPacket.ACK);
    } catch (MalformedException e) {
      return false;
    }
  }

  @Override
  public List<Layer> dissect(FrameKind kind, ByteBuffer frame) {
    if (kind != FrameKind.BINARY) {
      return List.of();
    }
    ByteBuffer bytes = frame.slice();
    if (DouyinResponseCodec.recognizes(bytes)) {
      return List.of(response(bytes));
    }
    try {
      return List.of(packet(DouyinPacketCodec.decode(bytes), bytes));
    } catch (MalformedException e) {
      return List.of(broken("PushFrame", bytes, e.why()));
    }
  }

  @Override
  public List<Layer> dissect(URI asked, ByteBuffer answer) {
    return List.of(response(answer.slice()));
  }

  private Layer packet(DouyinPacket packet, ByteBuffer bytes) {
    Places places = Places.ofProto(bytes);
    List<Field> fields = new ArrayList<>();
    fields.add(places.at(1, Field.of("SeqID", Long.toUnsignedString(packet.seqId()))));
    fields.add(places.at(2, Field.of("LogID", Long.toUnsignedString(packet.logId()))));
    fields.add(places.at(3, Field.of("service", packet.service())));
    fields.add(places.at(4, Field.of("method", packet.method())));
    packet.headers().forEach((name, value) -> fields.add(Field.of(name, value)));
    fields.add(places.at(6, Field.of("payload_encoding", packet.payloadEncoding())));
    String meaning = TYPES.getOrDefault(packet.payloadType(), "unknown");
    fields.add(places.at(7, new Field("payload_type", packet.payloadType(), meaning)));
    return new Layer("PushFrame", 0, bytes.remaining(), fields, payload(packet));
  }

  private List<Layer> payload(DouyinPacket packet) {
    ByteBuffer payload = packet.payload();
    if (!payload.hasRemaining()) {
      return List.of();
    }
    if (packet.payloadType().equals(DouyinPacket.ACK)) {
      Field ext = Field.of("internal_ext", UTF_8.decode(payload.duplicate()));
      return List.of(new Layer("ack", 0, payload.remaining(), List.of(ext), List.of()));
    }
    try {
      return List.of(response(DouyinPacketCodec.inflate(packet, decompressors)));
    } catch (MalformedException e) {
      return List.of(broken("payload", payload, e.why()));
    }
  }

  private static Layer response(ByteBuffer body) {
    DouyinResponseHead head = DouyinResponseHead.read(body);
    DouyinResponse response = head.response();
    Places places = Places.ofProto(body);
    List<Field> fields = new ArrayList<>();
    fields.add(places.at(2, Field.of("cursor", response.cursor())));
    fields.add(places.at(3, new Field("fetch_interval", "" + response.fetchInterval(), "ms")));
    fields.add(places.at(4, new Field("now", "" + response.now(), "epoch ms")));
    fields.add(places.at(5, Field.of("internal_ext", response.internalExt())));
    fields.add(places.at(9, Field.of("need_ack", response.needAck())));
    if (head.broken() != null) {
      fields.add(new Field("error", "", head.broken()));
    }
    return new Layer("Response", 0, body.remaining(), fields, messages(body));
  }

  /** What can be read before a break is worth seeing. */
  private static List<Layer> messages(ByteBuffer body) {
    List<Layer> messages = new ArrayList<>();
    try {
      DouyinResponseCodec.messages(body, new Messages(messages));
    } catch (MalformedException e) {
      messages.add(broken("rest", body, e.why()));
    }
    return messages;
  }

  private record Messages(List<Layer> layers) implements DouyinResponseCodec.Visitor {

    @Override
    public void onMessage(DouyinMessage message) {
      Layer payload = ProtoLayers.of("payload", message.payload().duplicate());
      Field id = Field.of("msg_id", Long.toUnsignedString(message.id()));
      layers.add(
          new Layer(
              message.method(), 0, message.payload().remaining(), List.of(id), List.of(payload)));
    }

    @Override
    public void onBroken(String why, ByteBuffer raw) {
      layers.add(broken("message", raw, why));
    }
  }

  private static Layer broken(String title, ByteBuffer bytes, String why) {
    return new Layer(title, 0, bytes.remaining(), List.of(new Field("error", "", why)), List.of());
  }
}
