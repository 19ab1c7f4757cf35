package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import java.util.EnumMap;
import java.util.Map;

/** What concerns the room as a whole: stats, rank, broadcast, room, moderation, lottery. */
final class RoomFacts {
  private RoomFacts() {}

  static void write(FieldWriter out, Stats stats) {
    stats.figures().forEach((figure, value) -> out.number(EnumWords.FIGURE.of(figure), value));
  }

  static Stats readStats(Origin origin, FieldReader in) throws BadEventException {
    Map<Stats.Figure, Long> figures = new EnumMap<>(Stats.Figure.class);
    for (Stats.Figure figure : EnumWords.FIGURE.constants()) {
      String name = EnumWords.FIGURE.of(figure);
      if (in.has(name)) {
        figures.put(figure, in.int64(name));
      }
    }
    return new Stats(origin, figures);
  }

  static void write(FieldWriter out, Rank rank) {
    out.objects("list", rank.list(), RoomFacts::write);
  }

  static Rank readRank(Origin origin, FieldReader in) throws BadEventException {
    return new Rank(origin, in.objects("list", RoomFacts::readEntry));
  }

  private static void write(FieldWriter out, Rank.Entry entry) {
    out.object("user", entry.user(), UserAndMoney::write)
        .number("score", entry.score())
        .number("rank", entry.rank());
  }

  private static Rank.Entry readEntry(FieldReader in) throws BadEventException {
    return new Rank.Entry(in.user(), in.int64("score"), in.int32("rank"));
  }

  static void write(FieldWriter out, Broadcast broadcast) {
    out.word("state", EnumWords.BROADCAST, broadcast.state()).timeIfAny("since", broadcast.since());
  }

  static Broadcast readBroadcast(Origin origin, FieldReader in) throws BadEventException {
    return new Broadcast(origin, in.word("state", EnumWords.BROADCAST), in.timeIfAny("since"));
  }

  static void write(FieldWriter out, Room room) {
    out.text("title", room.title())
        .text("area", room.area())
        .object("anchor", room.anchor(), UserAndMoney::write);
  }

  static Room readRoom(Origin origin, FieldReader in) throws BadEventException {
    return new Room(
        origin,
        in.text("title"),
        in.textOrNull("area"),
        in.objectOrNull("anchor", UserAndMoney::readUser));
  }

  static void write(FieldWriter out, Moderation moderation) {
    out.word("action", EnumWords.ACTION, moderation.action())
        .object("target", moderation.target(), UserAndMoney::write)
        .text("text", moderation.text());
  }

  static Moderation readModeration(Origin origin, FieldReader in) throws BadEventException {
    return new Moderation(
        origin,
        in.userOrNull(),
        in.word("action", EnumWords.ACTION),
        in.objectOrNull("target", UserAndMoney::readUser),
        in.textOrNull("text"));
  }

  static void write(FieldWriter out, Lottery lottery) {
    out.word("phase", EnumWords.PHASE, lottery.phase())
        .text("name", lottery.prize().name())
        .numberIfAny("count", lottery.prize().count())
        .object("value", lottery.prize().value(), UserAndMoney::write)
        .objectsIfAny("winners", lottery.winners(), UserAndMoney::write);
  }

  static Lottery readLottery(Origin origin, FieldReader in) throws BadEventException {
    return new Lottery(
        origin,
        in.userOrNull(),
        in.word("phase", EnumWords.PHASE),
        readPrize(in),
        in.objects("winners", UserAndMoney::readUser));
  }

  private static Lottery.Prize readPrize(FieldReader in) throws BadEventException {
    return new Lottery.Prize(
        in.textOrNull("name"),
        in.int64("count", 0),
        in.objectOrNull("value", UserAndMoney::readMoney));
  }
}
