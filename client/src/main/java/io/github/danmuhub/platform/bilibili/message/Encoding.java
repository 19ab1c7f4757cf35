package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.ProtoWriter;
import java.util.Base64;
import java.util.List;

/** How one type of event becomes messages. */
interface Encoding<T extends LiveEvent> {
  long SECOND = 1_000;

  List<Raw> encode(T event);

  /** One message: {@code {"cmd":…,"data":…,"msg_id":…,"send_time":…}}. */
  static List<Raw> message(String cmd, JsonText data, Origin origin) {
    return List.of(raw(envelope(cmd, origin).put("data", data)));
  }

  /** One message whose data is protobuf. */
  static List<Raw> message(String cmd, ProtoWriter data, Origin origin) {
    String pb = Base64.getEncoder().encodeToString(data.toBytes());
    return message(cmd, JsonText.object().put("dmscore", 6).put("pb", pb), origin);
  }

  /** A message to which the rest is still to be put. */
  static JsonText envelope(String cmd, Origin origin) {
    JsonText message = JsonText.object().put("cmd", cmd).put("msg_id", origin.id());
    return origin.time() > 0 ? message.put("send_time", origin.time()) : message;
  }

  static Raw raw(JsonText message) {
    return Raw.json(message.toString());
  }
}
