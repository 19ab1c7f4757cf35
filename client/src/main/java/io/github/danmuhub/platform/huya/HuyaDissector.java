package io.github.danmuhub.platform.huya;

import static java.util.Map.entry;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.Layer.Field;
import io.github.danmuhub.platform.dissect.Places;
import io.github.danmuhub.platform.dissect.TarsLayers;
import io.github.danmuhub.platform.huya.packet.HuyaGroups;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.platform.huya.packet.HuyaPacket;
import io.github.danmuhub.platform.huya.packet.HuyaPush;
import io.github.danmuhub.platform.huya.packet.HuyaWup;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A frame for people: the packet, what it carries, and each message as TARS. */
final class HuyaDissector implements Dissector {
  private static final int ALMOST = 60;

  /** Every packet begins so: tag 0, a number of one byte; the type; tag 1, bytes. */
  private static final int BYTES_HEAD = 0x1d;

  private static final Map<Integer, String> TYPES =
      Map.ofEntries(
          entry(1, "register"),
          entry(2, "registered"),
          entry(HuyaPacket.WUP_REQUEST, "call"),
          entry(HuyaPacket.WUP_ANSWER, "answer to a call"),
          entry(HuyaPacket.PUSH, "message"),
          entry(HuyaPacket.PUSH_BATCH, "messages"),
          entry(HuyaPacket.REGISTER_GROUPS, "register for groups"),
          entry(HuyaPacket.GROUPS_REGISTERED, "registered for groups"),
          entry(HuyaPacket.HEARTBEAT, "heartbeat"),
          entry(HuyaPacket.HEARTBEAT_ANSWER, "heartbeat answered"));

  /** What the page calls the kinds of messages that matter. */
  private static final Map<Long, String> NAMES =
      Map.ofEntries(
          entry(1002L, "NobleEnterNotice"),
          entry(1005L, "NobleEnterNotice"),
          entry(1400L, "MessageNotice"),
          entry(6110L, "VipEnterBanner"),
          entry(6231L, "BadgeInfo"),
          entry(6232L, "BadgeScoreChanged"),
          entry(6501L, "SendItemSubBroadcastPacket"),
          entry(6502L, "SendItemNoticeWordBroadcastPacket"),
          entry(8000L, "BeginLiveNotice"),
          entry(8001L, "EndLiveNotice"),
          entry(8004L, "LiveInfoChangedNotice"),
          entry(8006L, "AttendeeCountNotice"));

  @Override
  public int recognizes(FrameKind kind, ByteBuffer frame) {
    ByteBuffer in = frame.slice();
    if (kind != FrameKind.BINARY
        || in.remaining() < 4
        || in.get(0) != 0
        || in.get(2) != BYTES_HEAD) {
      return 0;
    }
    try {
      return TYPES.containsKey(HuyaPacket.decode(in).type()) ? CERTAIN : ALMOST;
    } catch (MalformedException e) {
      return 0;
    }
  }

  @Override
  public List<Layer> dissect(FrameKind kind, ByteBuffer frame) {
    if (kind != FrameKind.BINARY) {
      return List.of();
    }
    try {
      return List.of(packet(HuyaPacket.decode(frame), frame));
    } catch (MalformedException e) {
      return List.of(broken("packet", frame.remaining(), e));
    }
  }

  private static Layer packet(HuyaPacket packet, ByteBuffer frame) {
    Places places = Places.ofTars(frame);
    String meaning = TYPES.getOrDefault(packet.type(), "not known");
    List<Field> fields =
        List.of(
            places.at(0, new Field("iCmdType", "" + packet.type(), meaning)),
            places.at(2, Field.of("lRequestId", packet.requestId())),
            places.at(3, Field.of("traceId", packet.traceId())),
            places.at(4, Field.of("iEncryptType", packet.encryptType())),
            places.at(
                5, new Field("lTime", "" + packet.time(), packet.time() == 0 ? "" : "epoch ms")),
            places.at(6, Field.of("sMD5", packet.md5())));
    return new Layer("packet", 0, frame.remaining(), fields, inner(packet));
  }

  private static List<Layer> inner(HuyaPacket packet) {
    int size = packet.data().remaining();
    List<Layer> layers = new ArrayList<>();
    try {
      switch (packet.type()) {
        case HuyaPacket.PUSH, HuyaPacket.PUSH_BATCH ->
            HuyaPush.decode(packet, message -> layers.add(message(message)));
        case HuyaPacket.REGISTER_GROUPS -> layers.add(groups(HuyaGroups.ofRequest(packet), size));
        case HuyaPacket.GROUPS_REGISTERED -> layers.add(groups(HuyaGroups.ofAnswer(packet), size));
        case HuyaPacket.WUP_REQUEST, HuyaPacket.WUP_ANSWER -> layers.add(call(packet));
        default -> layers.add(TarsLayers.of("data", packet.data()));
      }
    } catch (MalformedException e) {
      layers.add(broken("rest", size, e));
    }
    return layers;
  }

  private static Layer message(HuyaMessage message) {
    Field uri = new Field("uri", "" + message.uri(), NAMES.getOrDefault(message.uri(), ""));
    Field id = Field.of("lMsgId", Long.toUnsignedString(message.id()));
    Layer body = TarsLayers.of("body", message.body(), HuyaNames.of(message.uri()));
    return new Layer("message", 0, message.body().remaining(), List.of(uri, id), List.of(body));
  }

  private static Layer groups(HuyaGroups groups, int size) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("code", "" + groups.code(), groups.isAccepted() ? "accepted" : "refused"));
    groups.names().forEach(name -> fields.add(Field.of("group", name)));
    return new Layer("groups", 0, size, fields, List.of());
  }

  /** The page's calls hold its user's tokens and cookies, so the answer alone is shown whole. */
  private static Layer call(HuyaPacket packet) throws MalformedException {
    HuyaWup call = HuyaWup.decode(packet);
    List<Field> fields =
        List.of(
            Field.of("servant", call.servant()),
            Field.of("function", call.function()),
            Field.of("request", call.requestId()));
    List<Layer> buffer =
        packet.type() == HuyaPacket.WUP_ANSWER
            ? List.of(TarsLayers.of("buffer", call.buffer()))
            : List.of();
    return new Layer("call", 0, packet.data().remaining(), fields, buffer);
  }

  private static Layer broken(String title, int size, MalformedException e) {
    return new Layer(title, 0, size, List.of(new Field("error", "", e.why())), List.of());
  }
}
