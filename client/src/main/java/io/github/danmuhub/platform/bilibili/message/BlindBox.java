package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 盲盒: what was bought, where what it held has a name and a price of its own.
 *
 * @param price of one box, in gold; 0 where the message does not say
 */
record BlindBox(@Nullable String id, @Nullable String name, long price) {

  /** {@code blind_gift} of SEND_GIFT; null where the gift came out of no box. */
  static @Nullable BlindBox read(JsonCursor in) throws IOException {
    if (!in.object()) {
      return null;
    }
    String id = null;
    String name = null;
    long price = 0;
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "original_gift_id" -> id = in.id();
        case "original_gift_name" -> name = in.words();
        case "original_gift_price" -> price = in.number();
        default -> {}
      }
    }
    return known(id, name, price);
  }

  /** BlindGift{2 original_gift_id, 3 name, 6 original_gift_price}. */
  static @Nullable BlindBox read(ProtoReader in) throws MalformedException {
    String id = null;
    String name = null;
    long price = 0;
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 2 -> id = Long.toString(in.int64());
        case 3 -> name = Person.words(in);
        case 6 -> price = in.int64();
        default -> in.skip();
      }
    }
    in.leave(outer);
    return known(id, name, price);
  }

  private static @Nullable BlindBox known(@Nullable String id, @Nullable String name, long price) {
    boolean none = (id == null || id.equals("0")) && name == null && price <= 0;
    return none ? null : new BlindBox(id, name, price);
  }

  /** So many of them. */
  Gift.Box of(long count) {
    return new Gift.Box(
        Objects.requireNonNullElse(id, ""),
        Objects.requireNonNullElse(name, ""),
        price > 0 ? Coins.gold(price, count) : null);
  }

  /** The other direction of {@link #read(JsonCursor)}. */
  static JsonText write(Gift.Box box, long count) {
    return JsonText.object()
        .id("original_gift_id", box.id())
        .put("original_gift_name", box.name())
        .put("original_gift_price", Coins.each(box.value(), count));
  }
}
