package io.github.danmuhub.platform.bilibili.site;

import static io.github.danmuhub.event.Chat.Mode.BOTTOM;
import static io.github.danmuhub.event.Chat.Mode.SCROLL;
import static io.github.danmuhub.event.Chat.Mode.TOP;
import static io.github.danmuhub.event.Moderation.Action.ADMIN_ADD;
import static io.github.danmuhub.event.Moderation.Action.ADMIN_REMOVE;
import static io.github.danmuhub.event.Moderation.Action.CUT_OFF;
import static io.github.danmuhub.event.Moderation.Action.LOCK;
import static io.github.danmuhub.event.Moderation.Action.MUTE;
import static io.github.danmuhub.event.Moderation.Action.SILENCE_OFF;
import static io.github.danmuhub.event.Moderation.Action.SILENCE_ON;
import static io.github.danmuhub.event.Moderation.Action.WARN;
import static io.github.danmuhub.event.Stats.Figure.FOLLOWERS;
import static io.github.danmuhub.event.Stats.Figure.LIKES;
import static io.github.danmuhub.event.Stats.Figure.MEMBERS;
import static io.github.danmuhub.event.Stats.Figure.ONLINE;
import static io.github.danmuhub.event.Stats.Figure.POPULARITY;
import static io.github.danmuhub.event.Stats.Figure.WATCHED;
import static io.github.danmuhub.event.User.Role.ANCHOR;
import static io.github.danmuhub.event.User.Role.MASKED;
import static io.github.danmuhub.event.User.Role.MEMBER;
import static io.github.danmuhub.event.User.Role.MODERATOR;
import static io.github.danmuhub.event.User.Role.VIP;
import static io.github.danmuhub.script.Carried.Field.AREA;
import static io.github.danmuhub.script.Carried.Field.AVATAR;
import static io.github.danmuhub.script.Carried.Field.BADGE;
import static io.github.danmuhub.script.Carried.Field.BADGE_ROOM;
import static io.github.danmuhub.script.Carried.Field.BOX;
import static io.github.danmuhub.script.Carried.Field.COLOR;
import static io.github.danmuhub.script.Carried.Field.COMBO;
import static io.github.danmuhub.script.Carried.Field.EFFECT;
import static io.github.danmuhub.script.Carried.Field.EMOTES;
import static io.github.danmuhub.script.Carried.Field.ENDS;
import static io.github.danmuhub.script.Carried.Field.ID;
import static io.github.danmuhub.script.Carried.Field.IMAGE;
import static io.github.danmuhub.script.Carried.Field.LEVEL;
import static io.github.danmuhub.script.Carried.Field.PRIZE;
import static io.github.danmuhub.script.Carried.Field.REPLY_TO;
import static io.github.danmuhub.script.Carried.Field.SCORE;
import static io.github.danmuhub.script.Carried.Field.SECONDS;
import static io.github.danmuhub.script.Carried.Field.SINCE;
import static io.github.danmuhub.script.Carried.Field.TARGET;
import static io.github.danmuhub.script.Carried.Field.TERM;
import static io.github.danmuhub.script.Carried.Field.TEXT;
import static io.github.danmuhub.script.Carried.Field.TO;
import static io.github.danmuhub.script.Carried.Field.USER;
import static io.github.danmuhub.script.Carried.Field.VALUE;
import static io.github.danmuhub.script.Carried.Field.WINNERS;
import static io.github.danmuhub.script.Carried.Field.WORTH;
import static io.github.danmuhub.script.Carried.MILLISECONDS;
import static io.github.danmuhub.script.Carried.line;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Lottery.Phase;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Membership.Kind;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Moderation.Action;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.script.Carried.Field;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.script.Vocabulary.Audience;
import io.github.danmuhub.script.Vocabulary.GiftKind;
import io.github.danmuhub.script.Vocabulary.Pin;
import io.github.danmuhub.script.Vocabulary.Shop;
import io.github.danmuhub.script.Vocabulary.Tier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What Bilibili's messages carry, and what the viewers of its simulated rooms speak of. */
final class BilibiliWords {
  private static final String YUAN = "CNY";
  private static final String SILVER = "bilibili:silver";

  private static final Set<Field> VISIT = Set.of(ID, AVATAR, BADGE, BADGE_ROOM);
  private static final Set<Field> CHAT = visit(LEVEL, COLOR, EMOTES, IMAGE, REPLY_TO);
  private static final Role[] ANYWHERE = {ANCHOR, MEMBER, MASKED};
  private static final Role[] IN_CHAT = {ANCHOR, MODERATOR, VIP, MEMBER, MASKED};
  private static final Enum<?>[] IN_TEXT = {
    SCROLL, TOP, BOTTOM, ANCHOR, MODERATOR, VIP, MEMBER, MASKED
  };
  private static final Enum<?>[] BOUGHT = {ANCHOR, MEMBER, MASKED, Kind.NEW, Kind.RENEW, Kind.GIFT};
  private static final Figure[] FIGURES = {ONLINE, WATCHED, LIKES, POPULARITY, FOLLOWERS, MEMBERS};
  private static final Action[] DONE = {
    MUTE, SILENCE_ON, SILENCE_OFF, WARN, CUT_OFF, LOCK, ADMIN_ADD, ADMIN_REMOVE
  };

  private static final Carried CARRIED =
      Carried.of(
          Carried.Ids.NUMBERS_FOR_USERS,
          Set.of(YUAN, SILVER),
          line(Chat.class, MILLISECONDS, CHAT, IN_TEXT),
          line(Gift.class, Carried.SECONDS, visit(COMBO, VALUE, WORTH, BOX, TO), ANYWHERE),
          line(SuperChat.class, Carried.SECONDS, visit(LEVEL, VALUE, SECONDS, COLOR), IN_CHAT),
          line(Retract.class, MILLISECONDS, Set.of(ID, USER)),
          line(Membership.class, Carried.SECONDS, Set.of(ID, AVATAR, BADGE, TERM, VALUE), BOUGHT),
          line(Enter.class, MILLISECONDS, visit(EFFECT), ANYWHERE),
          line(Follow.class, MILLISECONDS, VISIT, ANYWHERE),
          line(Share.class, MILLISECONDS, VISIT, ANYWHERE),
          line(Like.class, MILLISECONDS, visit(USER), ANYWHERE),
          line(Stats.class, MILLISECONDS, Set.of(ID), FIGURES),
          line(Rank.class, MILLISECONDS, Set.of(ID, AVATAR, SCORE), ANYWHERE),
          line(Broadcast.class, Carried.SECONDS, Set.of(ID, SINCE), State.LIVE, State.OFFLINE),
          line(Room.class, MILLISECONDS, Set.of(ID, AREA)),
          line(Battle.class, Carried.SECONDS, Set.of(ID, ENDS), Battle.State.values()),
          line(Moderation.class, MILLISECONDS, Set.of(ID, TARGET, TEXT), DONE),
          line(Lottery.class, MILLISECONDS, Set.of(ID, USER, PRIZE, WINNERS), Phase.values()),
          line(Notice.class, MILLISECONDS, Set.of(ID)));

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          CARRIED,
          new Audience(
              3_493_000_000_000_000L, "https://i0.hdslb.com/bfs/face/member/noface.jpg", "弹幕团"),
          new Shop(
              List.of(
                  gift("31036", "小花花", 100, List.of(1), true),
                  gift("31039", "牛哇牛哇", 100, List.of(1, 10, 66, 520), true),
                  gift("30758", "这个好诶", 1_000, List.of(1), false),
                  gift("31164", "粉丝团灯牌", 1_000, List.of(1), false)),
              List.of(
                  tier("3", "舰长", 138_000),
                  tier("2", "提督", 1_598_000),
                  tier("1", "总督", 15_998_000)),
              List.of(
                  pin(30, 60, 0xEDF5FF, 0x2A60B2),
                  pin(50, 120, 0xDBFFFD, 0x427D9E),
                  pin(100, 300, 0xFFF1C5, 0xE2B52B))),
          List.of(
              new Chat.Emote(
                  "[dog]",
                  "http://i0.hdslb.com/bfs/live/4428c84e694fbf4e0ef6c06e958d9352c3582740.png")));

  private BilibiliWords() {}

  /** Those of a visit, and more. */
  private static Set<Field> visit(Field... more) {
    Set<Field> fields = EnumSet.copyOf(VISIT);
    fields.addAll(List.of(more));
    return fields;
  }

  private static GiftKind gift(
      String id, String name, long gold, List<Integer> sizes, boolean runs) {
    return new GiftKind(new Gift.Item(id, name), new Money(gold, YUAN), sizes, runs);
  }

  private static Tier tier(String level, String name, long gold) {
    return new Tier(level, name, Membership.Term.months(1), new Money(gold, YUAN));
  }

  private static Pin pin(long yuan, int seconds, int head, int body) {
    return new Pin(new Money(yuan * 1_000, YUAN), seconds, new SuperChat.Colors(head, body));
  }
}
