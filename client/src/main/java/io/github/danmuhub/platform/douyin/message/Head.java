package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Where and when an event happens that is to become a message.
 *
 * @param broadcast the room id of the broadcast
 */
record Head(Origin origin, long broadcast) {

  /** A message of that method, whose payload begins with its Common. */
  DouyinMessage message(String method, Consumer<ProtoWriter> fields) {
    long id = DouyinMessage.id(origin.id());
    ProtoWriter payload =
        new ProtoWriter().message(1, Common.write(method, id, broadcast, origin.time()));
    fields.accept(payload);
    return new DouyinMessage(method, ByteBuffer.wrap(payload.toBytes()), id);
  }
}
