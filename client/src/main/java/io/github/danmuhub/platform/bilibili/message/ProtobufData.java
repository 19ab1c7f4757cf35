package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.platform.bilibili.json.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;

/** Messages whose data is protobuf in base64: {@code "data":{"dmscore":20,"pb":"…"}}. */
final class ProtobufData {
  private ProtobufData() {}

  /** Opens {@code data.pb}. */
  static ProtoReader read(Message message) throws IOException, MalformedException {
    byte[] packed = message.dataField("pb", JsonCursor::base64);
    if (packed == null) {
      throw message.malformed("has no pb");
    }
    return new ProtoReader(packed);
  }
}
