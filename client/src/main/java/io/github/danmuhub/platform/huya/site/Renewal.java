package io.github.danmuhub.platform.huya.site;

import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsTree;
import io.github.danmuhub.wire.TarsWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A captured message as it comes in a later round: with another id and, of a gift, payment. */
final class Renewal {
  private static final long GIFT = 6501;
  private static final int PAYMENT = 1;

  /** How far the ids of two rounds are apart. */
  private static final long ROUND = 1L << 40;

  private Renewal() {}

  static HuyaMessage of(HuyaMessage message, long round) {
    long id = message.id() == 0 ? 0 : message.id() + round * ROUND;
    ByteBuffer body = message.uri() == GIFT ? paidAnew(message.body(), round) : message.body();
    return new HuyaMessage(message.uri(), body, id);
  }

  /** With another {@code strPayId}; a body that cannot be read stays as it is. */
  private static ByteBuffer paidAnew(ByteBuffer body, long round) {
    try {
      for (TarsTree.Field field : TarsTree.read(body)) {
        if (field.tag() == PAYMENT && field.text() != null) {
          return ByteBuffer.wrap(spliced(body, field, field.text() + "-" + round));
        }
      }
    } catch (MalformedException e) {
      return body;
    }
    return body;
  }

  private static byte[] spliced(ByteBuffer body, TarsTree.Field old, String text) {
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    int end = old.offset() + old.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, old.offset());
    out.writeBytes(new TarsWriter().string(old.tag(), text).toBytes());
    out.write(bytes, end, bytes.length - end);
    return out.toByteArray();
  }
}
