package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Lottery.Phase;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * POPULARITY_RED_POCKET_* and _V2_*: 红包, a viewer raffles gifts. _NEW says that one was given and
 * waits in line, _START that it is open: both mean its start.
 */
final class RedPocketCommands {
  private static final int WINNERS = 1_000;

  /** _NEW counts its price in 电池, each 100 gold; _START its prizes in gold. */
  private static final int BATTERY = 100;

  private final RoomMemory room;
  private final Person sender = new Person();
  private final RedPocketPrizes prizes = new RedPocketPrizes();
  private final List<User> winners = new ArrayList<>();
  private @Nullable String lot;
  private long count;
  private @Nullable Money value;
  private long startTime;

  private RedPocketCommands(RoomMemory room) {
    this.room = room;
  }

  /** Reads messages of that phase. */
  static Command of(Phase phase) {
    return message -> {
      RedPocketCommands pocket = new RedPocketCommands(message.room());
      message.data(pocket::data);
      message.emit(pocket.event(message, phase), pocket.key(phase));
    };
  }

  private Lottery event(Message message, Phase phase) throws IOException, MalformedException {
    User from = sender.isTold() ? room.user(sender) : null;
    Money worth = value == null && winners.size() == count ? prizes.won() : value;
    return new Lottery(
        message.end(null, startTime),
        from,
        phase,
        new Lottery.Prize(prizes.names(), count, worth),
        winners);
  }

  private @Nullable String key(Phase phase) {
    return lot == null ? null : "red_pocket:" + lot + ":" + phase;
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "lot_id" -> lot = in.id();
      case "sender_info" -> sender.info(in);
      case "sender_uid" -> sender.id(in.id());
      case "sender_name" -> sender.name = in.words();
      case "sender_face" -> sender.avatar = in.words();
      case "start_time" -> startTime = in.number();
      case "timestamp" -> startTime = startTime == 0 ? in.number() : startTime;
      case "gift_name" -> prizes.name(in.words());
      case "price" -> value = Coins.gold(in.number(), BATTERY);
      case "total_price" -> value = Coins.gold(in.number(), 1);
      case "num", "total_num" -> count = Math.max(0, in.number());
      case "awards" -> awards(in);
      case "winner_info" -> in.elements((i, winner) -> winner(winner));
      default -> sender.field(field, in);
    }
  }

  /** At the start a list with numbers, at the end an object by gift id. */
  private void awards(JsonCursor in) throws IOException {
    in.elements((i, prize) -> count += Math.min(WINNERS, prizes.read("", prize)));
    in.fields(prizes::read);
  }

  /** Arrays of uid, name, bag and gift id; in 2022 objects. */
  private void winner(JsonCursor in) throws IOException {
    if (winners.size() < WINNERS && (in.array() || in.object())) {
      Person person = new Person();
      in.elements((i, entry) -> winner(i, entry, person));
      in.fields((field, value) -> winner(field, value, person));
      winners.add(room.user(person));
    }
  }

  private void winner(int index, JsonCursor in, Person person) throws IOException {
    switch (index) {
      case 0 -> person.id(in.id());
      case 1 -> person.name = in.words();
      case 3 -> prizes.won(in.id());
      default -> {}
    }
  }

  private void winner(String field, JsonCursor in, Person person) throws IOException {
    switch (field) {
      case "name" -> person.name = in.words();
      case "award_name" -> prizes.name(in.words());
      case "award_price" -> prizes.wonAt(in.number());
      default -> person.named(field, in);
    }
  }

  /** _START and _WINNER_LIST; there is no message of the end. */
  static List<Raw> encode(Lottery lottery) {
    JsonText data = pocket(lottery);
    return switch (lottery.phase()) {
      case START -> Encoding.message("POPULARITY_RED_POCKET_START", data, lottery.origin());
      case AWARD ->
          Encoding.message(
              "POPULARITY_RED_POCKET_WINNER_LIST",
              data.put("winner_info", winners(lottery)),
              lottery.origin());
      case END -> List.of();
    };
  }

  private static JsonText pocket(Lottery lottery) {
    Lottery.Prize prize = lottery.prize();
    JsonText data =
        JsonText.object().put("gift_name", prize.name()).put("total_num", prize.count());
    User from = lottery.user();
    if (from != null) {
      data.id("sender_uid", UserParts.uid(from))
          .put("sender_name", UserParts.name(from))
          .put("sender_face", UserParts.face(from));
    }
    return prize.value() == null ? data : data.put("total_price", Coins.coins(prize.value()));
  }

  private static JsonText winners(Lottery lottery) {
    JsonText all = JsonText.array();
    for (User winner : lottery.winners()) {
      all.add(JsonText.array().addId(UserParts.uid(winner)).add(UserParts.name(winner)));
    }
    return all;
  }
}
