package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SEND_GIFT_V2: 投喂 since 2026, protobuf {@code bilibili.live.gift.v1.SendGiftBroadcast} with
 * repeated items: 1 uid, 2 uname, 3 face, 5 guard_level, 7 SendMaster, 8 Medal, 9 BlindGift, 10
 * GiftItem, 15 UserInfo. Field numbers as in BililiveRecorder PR 805 and blivedm.
 */
final class GiftV2Command {
  /** One opening of blind boxes gives tens of gifts. */
  private static final int ITEMS = 1_000;

  private final Person person = new Person();
  private final Person chosen = new Person();
  private final List<GiftDraft> gifts = new ArrayList<>();
  private @Nullable BlindBox box;

  static void read(Message message) throws IOException, MalformedException {
    ProtoReader in = ProtobufData.read(message);
    Origin envelope = message.end();
    GiftV2Command command = new GiftV2Command();
    command.broadcast(in);
    if (command.gifts.isEmpty()) {
      throw message.malformed("does not say what was given");
    }
    command.emit(message, envelope);
  }

  private void emit(Message message, Origin envelope) throws IOException, MalformedException {
    person.maskedWithoutId();
    User user = message.room().user(person);
    Map<String, Integer> ofTransaction = new HashMap<>();
    for (int i = 0; i < gifts.size(); i++) {
      GiftDraft gift = gifts.get(i);
      gift.box = box;
      Origin origin =
          gift.transaction == null
              ? envelope.nth(i + 1)
              : message
                  .end(gift.transaction, gift.timestamp)
                  .nth(ofTransaction.merge(gift.transaction, 1, Integer::sum));
      message.emit(gift.build(origin, user, receiver(message.room(), gift)));
    }
  }

  private @Nullable User receiver(RoomMemory room, GiftDraft gift) {
    return chosen.id() == null
        ? room.receiver(gift.receiver, gift.receiverNamed)
        : room.receiver(chosen, true);
  }

  private void broadcast(ProtoReader in) throws MalformedException {
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> person.id(Long.toString(in.int64()));
        case 2 -> person.name = Person.words(in);
        case 3 -> person.avatar = Person.words(in);
        case 5 -> person.guard(in.int64());
        case 7 -> uidAndName(in, chosen, 1, 2);
        case 8 -> medal(in);
        case 9 -> box = BlindBox.read(in);
        case 10 -> item(in);
        case 15 -> person.info(in);
        default -> in.skip();
      }
    }
  }

  private static void uidAndName(ProtoReader in, Person who, int uidField, int nameField)
      throws MalformedException {
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      if (field == uidField) {
        who.id(Long.toString(in.int64()));
      } else if (field == nameField) {
        who.name = in.string();
      } else {
        in.skip();
      }
    }
    in.leave(outer);
  }

  private void medal(ProtoReader in) throws MalformedException {
    int outer = in.enter();
    long room = 0;
    int level = 0;
    String name = null;
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 4 -> room = in.int64();
        case 5 -> level = in.int32();
        case 6 -> name = Person.words(in);
        default -> in.skip();
      }
    }
    in.leave(outer);
    person.badge(name, level, Long.toString(room));
  }

  private void item(ProtoReader in) throws MalformedException {
    if (gifts.size() == ITEMS) {
      throw new MalformedException("SEND_GIFT_V2 has more than " + ITEMS + " gifts");
    }
    GiftDraft gift = new GiftDraft();
    int outer = in.enter();
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1 -> gift.giftId = Long.toString(in.int64());
        case 2 -> gift.giftName = in.string();
        case 3 -> gift.count = in.int64();
        case 5 -> gift.price = in.int64();
        case 6 -> gift.discountPrice = in.int64();
        case 7 -> gift.totalCoin = in.int64();
        case 8 -> gift.coin = in.string();
        case 9 -> gift.transaction = Person.words(in);
        case 10 -> gift.timestamp = in.int64();
        case 11 -> gift.comboHits = in.int64();
        case 12 -> gift.comboId = Person.words(in);
        case 14 -> gift.comboCoin = in.int64();
        case 29 -> uidAndName(in, gift.receiver, 2, 1);
        case 30 -> gift.receiverNamed = in.bool();
        default -> in.skip();
      }
    }
    in.leave(outer);
    gifts.add(gift);
  }
}
