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
    in.fields(command::broadcast);
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

  private void broadcast(int field, ProtoReader in) throws MalformedException {
    switch (field) {
      case 1 -> person.id(Long.toString(in.int64()));
      case 2 -> person.name = Person.words(in);
      case 3 -> person.avatar = Person.words(in);
      case 5 -> person.guard(in.int64());
      case 7 -> in.message(this::sendMaster);
      case 8 -> person.badge.older(in, 5, 6, 4);
      case 9 -> box = BlindBox.read(in);
      case 10 -> item(in);
      case 15 -> in.message(person::info);
      default -> in.skip();
    }
  }

  private void sendMaster(int field, ProtoReader in) throws MalformedException {
    switch (field) {
      case 1 -> chosen.id(Long.toString(in.int64()));
      case 2 -> chosen.name = in.string();
      default -> in.skip();
    }
  }

  private void item(ProtoReader in) throws MalformedException {
    if (gifts.size() == ITEMS) {
      throw new MalformedException("SEND_GIFT_V2 has more than " + ITEMS + " gifts");
    }
    GiftDraft gift = new GiftDraft();
    in.message(gift::item);
    gifts.add(gift);
  }
}
