package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Lottery.Phase;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.User;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.JsonText;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ANCHOR_LOT_*: 天选时刻, the anchor raffles a prize. */
final class LotteryCommands {
  /** The platform raffles at most a hundred prizes at once. */
  private static final int WINNERS = 1_000;

  private final RoomMemory room;
  private @Nullable String name;
  private long count;
  private long time;
  private final List<User> winners = new ArrayList<>();

  private LotteryCommands(RoomMemory room) {
    this.room = room;
  }

  /** Reads messages of that phase. */
  static Command of(Phase phase) {
    return message -> read(message, phase);
  }

  private static void read(Message message, Phase phase) throws IOException, MalformedException {
    LotteryCommands lottery = new LotteryCommands(message.room());
    message.data(lottery::data);
    Lottery.Prize prize = new Lottery.Prize(lottery.name, lottery.count, null);
    Origin origin = message.end(null, lottery.time);
    message.emit(new Lottery(origin, null, phase, prize, lottery.winners));
  }

  private void data(String field, JsonCursor in) throws IOException {
    switch (field) {
      case "award_name" -> name = in.words();
      case "award_num" -> count = Math.max(0, in.number());
      case "current_time" -> time = in.number();
      case "award_users" -> in.elements((i, winner) -> winner(winner));
      default -> {}
    }
  }

  private void winner(JsonCursor in) throws IOException {
    if (winners.size() == WINNERS || !in.object()) {
      return;
    }
    Person person = new Person();
    for (String f = in.field(); f != null; f = in.field()) {
      switch (f) {
        case "level" -> person.level = in.integer();
        default -> person.field(f, in);
      }
    }
    winners.add(room.user(person));
  }

  /** What a viewer raffles is a red pocket, and so is all that has a price. */
  static List<Raw> encode(Lottery lottery) {
    boolean pocket = lottery.user() != null || lottery.prize().value() != null;
    return pocket
        ? RedPocketCommands.encode(lottery)
        : Encoding.message(command(lottery.phase()), raffle(lottery), lottery.origin());
  }

  private static String command(Phase phase) {
    return switch (phase) {
      case START -> "ANCHOR_LOT_START";
      case END -> "ANCHOR_LOT_END";
      case AWARD -> "ANCHOR_LOT_AWARD";
    };
  }

  private static JsonText raffle(Lottery lottery) {
    JsonText users = JsonText.array();
    for (User winner : lottery.winners()) {
      users.add(
          JsonText.object().id("uid", UserParts.uid(winner)).put("uname", UserParts.name(winner)));
    }
    return JsonText.object()
        .put("award_name", lottery.prize().name())
        .put("award_num", lottery.prize().count())
        .put("award_users", users);
  }
}
