package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.User;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;
import io.github.danmuhub.wire.ProtoWriter;
import org.jspecify.annotations.Nullable;

/** Gift messages; {@link GiftCombos} decides what is new in them. */
final class GiftEvents {
  private static final int SENT_IN_COMBO = 4;
  private static final long MICROS = 1_000_000;

  /** 2001-09-09, and ten times as much is 2286. */
  private static final long FIRST_MICROS = 1_000_000_000 * MICROS;

  private GiftEvents() {}

  /** {@code webcast.data.GiftStruct}: the gift in the catalogue. */
  private record Kind(long id, String name, int diamonds, Gift.Item item) {
    static final Kind NONE = new Kind(0, "", 0);
    static final ProtoFields.Reading<Kind> READING = GiftEvents::readKind;

    Kind(long id, String name, int diamonds) {
      this(id, name, diamonds, GiftEvents.item(id, name));
    }

    /** The item of that id, by the name that we have. */
    Gift.Item item(long told) {
      return told == 0 || told == id ? item : GiftEvents.item(told, name);
    }
  }

  static void gift(Delivery delivery, ProtoFields in, GiftCombos gifts) throws MalformedException {
    Kind kind = in.again(15, Kind.NONE, Kind.READING);
    gifts.onGift(
        new GiftStep(
            delivery.viewer(Viewer.read(in, 7)),
            kind.item(in.int64(2)),
            GiftCounts.of(in.int64(4), in.int64(5), in.int64(6)),
            kind.diamonds,
            in.int64(11),
            in.bool(9),
            receiver(Viewer.read(in, 8), delivery)),
        delivery,
        Common.time(in));
  }

  /** Small gifts without a combo; their giver is in Common. */
  static void lightGift(Delivery delivery, ProtoFields in, GiftCombos gifts)
      throws MalformedException {
    Common common = Common.of(in);
    Kind kind = in.again(13, Kind.NONE, Kind.READING);
    long to = in.int64(5);
    gifts.onGift(
        new GiftStep(
            delivery.viewer(common.user()),
            kind.item,
            GiftCounts.of(in.int64(2), in.int64(3), in.int64(4)),
            kind.diamonds,
            0,
            false,
            to == 0 ? null : User.of(Long.toUnsignedString(to), null)),
        delivery,
        common.time());
  }

  private static Kind readKind(ProtoFields in) throws MalformedException {
    return new Kind(in.int64(5), in.string(16), in.int32(12));
  }

  private static Gift.Item item(long id, String name) {
    return new Gift.Item(Long.toUnsignedString(id), name.isEmpty() ? "礼物" + id : name);
  }

  /** Who receives a gift, where that is not simply the anchor. */
  private static @Nullable User receiver(Viewer viewer, Delivery delivery) {
    User user = viewer.shown();
    boolean nobody = user.id() == null && user.name() == null;
    return nobody || delivery.isAnchor(viewer) ? null : user;
  }

  /** A combo is given by its total, as its steps are: only what is new is counted. */
  static DouyinMessage encode(Gift gift, Head head) {
    Gift.Combo combo = gift.combo();
    return head.message(
        "WebcastGiftMessage",
        out -> {
          long total = combo == null ? gift.count() : combo.total();
          long group = combo == null ? gift.count() : 1;
          out.varint(2, DouyinMessage.id(gift.item().id()))
              .varint(4, group)
              .varint(5, total)
              .varint(6, total / group)
              .message(7, Viewer.write(gift.user()));
          if (gift.to() != null) {
            out.message(8, Viewer.write(gift.to()));
          }
          out.varint(9, combo != null && combo.last() ? 1 : 0)
              .varint(11, combo == null ? 0 : begun(DouyinMessage.id(combo.id())))
              .message(15, writeKind(gift))
              .varint(17, SENT_IN_COMBO);
        });
  }

  /** A group id is the second at which a combo began: what counts microseconds is made one. */
  private static long begun(long id) {
    boolean micros = id >= FIRST_MICROS && id < 10 * FIRST_MICROS;
    return micros ? id / MICROS : id;
  }

  private static ProtoWriter writeKind(Gift gift) {
    return new ProtoWriter()
        .string(2, "送出" + gift.item().name())
        .varint(5, DouyinMessage.id(gift.item().id()))
        .varint(10, gift.combo() == null ? 0 : 1)
        .varint(11, 1)
        .varint(12, GiftStep.diamonds(gift))
        .string(16, gift.item().name());
  }
}
