package io.github.danmuhub.event.json;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Gift.Price;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Lottery.Prize;
import io.github.danmuhub.event.Malformed;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Membership.Kind;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.User;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every kind of event, once with all fields and once with as few as there may be. */
final class EventExamples {
  private static final long TIME = 1_795_248_000_123L;
  private static final Origin BARE = Origin.ours("bilibili", "21452505", TIME);
  private static final Origin FULL =
      new Origin("bilibili", "21452505", "m1#2", TIME - 7, TIME, true, Raw.json("{\"a\":[1,2]}"));
  private static final Origin BYTES = BARE.withRaw(Raw.bytes(new byte[] {0, 1, (byte) 0xff}));
  private static final User NOBODY = User.of(null, null);
  private static final User ANN =
      new User(
          "9007199254740993",
          "安",
          "https://example.org/a.png",
          new User.Badge("猫", 21, "545068"),
          Set.of(User.Role.MEMBER, User.Role.MODERATOR, User.Role.ANCHOR),
          40);
  private static final Money PAID = new Money(138_000, "CNY");
  private static final Money WORTH = new Money(9_007_199_254_740_993L, "CNY");

  private EventExamples() {}

  static List<LiveEvent> all() {
    return Stream.concat(full().stream(), bare().stream()).toList();
  }

  static List<LiveEvent> full() {
    return List.of(
        new Chat(
            FULL,
            ANN,
            "左[妙] 😀",
            new Chat.Style(0x00FF7F, Chat.Mode.TOP),
            new Chat.Pictures(
                List.of(new Chat.Emote("[妙]", "https://example.org/e.png")),
                "https://example.org/i.png"),
            User.of("7", "Bo"),
            3),
        new Gift(
            FULL,
            ANN,
            new Gift.Item("31036", "小花花"),
            5,
            new Gift.Combo("c:1", 15, true),
            new Gift.Price(PAID, WORTH, new Gift.Box("32251", "心动盲盒", PAID)),
            User.of("8", "Cy")),
        new SuperChat(FULL, ANN, "加油", PAID, 60, new SuperChat.Colors(0xEDF5FF, 0x2A60B2)),
        new Retract(FULL, ANN, List.of("m1", "m2")),
        new Membership(FULL, ANN, "3", "舰长", Membership.Term.months(1), PAID, Kind.RENEW),
        new Enter(FULL, ANN, "欢迎舰长 安"),
        new Follow(FULL, ANN),
        new Share(FULL, ANN),
        new Like(FULL, ANN, 10, 12_345),
        new Stats(FULL, Map.of(Stats.Figure.ONLINE, 0L, Stats.Figure.MEMBERS, 1L << 40)),
        new Rank(FULL, List.of(new Rank.Entry(ANN, 900, 1), new Rank.Entry(NOBODY, 0, 2))),
        new Broadcast(FULL, Broadcast.State.LIVE, TIME - 60_000),
        new Room(FULL, "云逗猫", "萌宠", ANN),
        new Battle(
            FULL,
            Battle.State.PROGRESS,
            List.of(new Battle.Side("545068", "安", 900), new Battle.Side(null, null, 0)),
            TIME + 60_000),
        new Moderation(FULL, NOBODY, Moderation.Action.CUT_OFF, ANN, "违规"),
        new Lottery(
            FULL, ANN, Lottery.Phase.AWARD, new Prize("键盘", 10, PAID), List.of(ANN, NOBODY)),
        new Notice(FULL, ANN, "恭喜"),
        new Unknown(FULL, "WIDGET_BANNER"),
        new Malformed(BYTES, "zlib body is cut off", 812),
        new Connection(
            BARE,
            Connection.State.WAITING,
            "the server closed the connection",
            1006,
            2,
            1500,
            new Connection.Health(35_000, 41, new Connection.Counts(9, 8, 1, 2, 3, 4, 5))),
        new Gap(BARE, TIME - 5000, TIME, "connection lost"));
  }

  static List<LiveEvent> bare() {
    return List.of(
        Chat.of(BARE, NOBODY, ""),
        new Gift(BARE, NOBODY, new Gift.Item("1", "x"), 0, null, Price.NONE, null),
        new SuperChat(BARE, NOBODY, "", new Money(0, "bilibili:silver"), 0),
        new Retract(BARE, null, List.of()),
        new Membership(BARE, NOBODY, "prime", "Prime", Membership.Term.UNKNOWN, null, null),
        new Enter(BARE, NOBODY, null),
        new Follow(BARE, NOBODY),
        new Share(BARE, NOBODY),
        new Like(BARE, null, 1, 0),
        new Stats(BARE, Map.of()),
        new Rank(BARE, List.of()),
        new Broadcast(BARE, Broadcast.State.OFFLINE),
        new Room(BARE, "", null, null),
        new Battle(BARE, Battle.State.START, List.of(), 0),
        new Moderation(BARE, null, Moderation.Action.SILENCE_ON, null, null),
        new Lottery(BARE, null, Lottery.Phase.START, Prize.UNKNOWN, List.of()),
        new Notice(BARE, null, "x"),
        new Unknown(BYTES, ""),
        new Malformed(BARE, "", 0),
        new Connection(BARE, Connection.State.RESOLVING, null, 0, 0, 0, Connection.Health.NONE),
        new Gap(BARE, 0, 0, ""));
  }
}
