package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Messages whose data is protobuf in base64: {@code "data":{"dmscore":20,"pb":"…"}}, or one {@code
 * data} deeper.
 */
final class ProtobufData {
  private ProtobufData() {}

  /** Opens {@code data.pb} or {@code data.data.pb}. */
  static ProtoReader read(Message message) throws IOException, MalformedException {
    byte[] packed = find(message.data());
    if (packed == null) {
      throw message.malformed("has no pb");
    }
    return new ProtoReader(packed);
  }

  private static byte @Nullable [] find(JsonCursor in) throws IOException, MalformedException {
    byte[] packed = null;
    for (String f = in.field(); f != null; f = in.field()) {
      if (f.equals("pb")) {
        packed = in.base64();
      } else if (f.equals("data") && in.object()) {
        byte[] inner = find(in);
        packed = inner == null ? packed : inner;
      }
    }
    return packed;
  }
}
