package io.github.danmuhub.platform.bilibili.site;

import static io.github.danmuhub.script.Carried.MILLISECONDS;
import static io.github.danmuhub.script.Carried.SECONDS;
import static io.github.danmuhub.script.Carried.line;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Membership;
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
import java.util.List;
import java.util.Set;

/** What Bilibili's messages carry, and what the viewers of its simulated rooms speak of. */
final class BilibiliWords {
  private static final String YUAN = "CNY";
  private static final String SILVER = "bilibili:silver";

  private static final Set<Field> CHAT =
      Set.of(
          Field.ID,
          Field.AVATAR,
          Field.BADGE,
          Field.BADGE_ROOM,
          Field.LEVEL,
          Field.COLOR,
          Field.EMOTES,
          Field.IMAGE,
          Field.REPLY_TO);
  private static final Set<Field> GIFT =
      Set.of(
          Field.ID,
          Field.AVATAR,
          Field.BADGE,
          Field.BADGE_ROOM,
          Field.COMBO,
          Field.VALUE,
          Field.WORTH,
          Field.BOX,
          Field.TO);
  private static final Set<Field> SUPER_CHAT =
      Set.of(
          Field.ID,
          Field.AVATAR,
          Field.BADGE,
          Field.BADGE_ROOM,
          Field.LEVEL,
          Field.VALUE,
          Field.SECONDS);
  private static final Set<Field> MEMBERSHIP =
      Set.of(Field.ID, Field.AVATAR, Field.BADGE, Field.TERM, Field.VALUE);
  private static final Set<Field> VISIT =
      Set.of(Field.ID, Field.AVATAR, Field.BADGE, Field.BADGE_ROOM);
  private static final Set<Field> ENTER =
      Set.of(Field.ID, Field.AVATAR, Field.BADGE, Field.BADGE_ROOM, Field.EFFECT);
  private static final Set<Field> LIKE =
      Set.of(Field.ID, Field.USER, Field.AVATAR, Field.BADGE, Field.BADGE_ROOM);
  private static final Role[] EVERYWHERE = {Role.ANCHOR, Role.MEMBER, Role.MASKED};

  private static final Carried CARRIED =
      Carried.of(
          Carried.Ids.NUMBERS_FOR_USERS,
          Set.of(YUAN, SILVER),
          line(
              Chat.class,
              MILLISECONDS,
              CHAT,
              Chat.Mode.SCROLL,
              Chat.Mode.TOP,
              Chat.Mode.BOTTOM,
              Role.ANCHOR,
              Role.MODERATOR,
              Role.VIP,
              Role.MEMBER,
              Role.MASKED),
          line(Gift.class, SECONDS, GIFT, EVERYWHERE),
          line(
              SuperChat.class,
              SECONDS,
              SUPER_CHAT,
              Role.ANCHOR,
              Role.MODERATOR,
              Role.VIP,
              Role.MEMBER,
              Role.MASKED),
          line(Retract.class, MILLISECONDS, Set.of(Field.ID, Field.USER)),
          line(
              Membership.class,
              SECONDS,
              MEMBERSHIP,
              Role.ANCHOR,
              Role.MEMBER,
              Role.MASKED,
              Membership.Kind.NEW,
              Membership.Kind.RENEW,
              Membership.Kind.GIFT),
          line(Enter.class, MILLISECONDS, ENTER, EVERYWHERE),
          line(Follow.class, MILLISECONDS, VISIT, EVERYWHERE),
          line(Share.class, MILLISECONDS, VISIT, EVERYWHERE),
          line(Like.class, MILLISECONDS, LIKE, EVERYWHERE),
          line(
              Stats.class,
              MILLISECONDS,
              Set.of(Field.ID),
              Figure.ONLINE,
              Figure.WATCHED,
              Figure.LIKES,
              Figure.POPULARITY,
              Figure.FOLLOWERS,
              Figure.MEMBERS),
          line(Rank.class, MILLISECONDS, Set.of(Field.ID, Field.AVATAR, Field.SCORE), EVERYWHERE),
          line(
              Broadcast.class,
              SECONDS,
              Set.of(Field.ID, Field.SINCE),
              Broadcast.State.LIVE,
              Broadcast.State.OFFLINE),
          line(Room.class, MILLISECONDS, Set.of(Field.ID, Field.AREA)),
          line(
              Battle.class,
              SECONDS,
              Set.of(Field.ID, Field.ENDS),
              Battle.State.START,
              Battle.State.PROGRESS,
              Battle.State.END),
          line(
              Moderation.class,
              MILLISECONDS,
              Set.of(Field.ID, Field.TARGET, Field.TEXT),
              Action.MUTE,
              Action.SILENCE_ON,
              Action.SILENCE_OFF,
              Action.WARN,
              Action.CUT_OFF,
              Action.LOCK,
              Action.ADMIN_ADD,
              Action.ADMIN_REMOVE),
          line(
              Lottery.class,
              MILLISECONDS,
              Set.of(Field.ID, Field.USER, Field.PRIZE, Field.WINNERS),
              Lottery.Phase.START,
              Lottery.Phase.END,
              Lottery.Phase.AWARD),
          line(Notice.class, MILLISECONDS, Set.of(Field.ID)));

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
              List.of(pin(30, 60), pin(50, 120), pin(100, 300))),
          List.of(
              new Chat.Emote(
                  "[dog]",
                  "http://i0.hdslb.com/bfs/live/4428c84e694fbf4e0ef6c06e958d9352c3582740.png")));

  private BilibiliWords() {}

  private static GiftKind gift(
      String id, String name, long gold, List<Integer> sizes, boolean runs) {
    return new GiftKind(new Gift.Item(id, name), new Money(gold, YUAN), sizes, runs);
  }

  private static Tier tier(String level, String name, long gold) {
    return new Tier(level, name, Membership.Term.months(1), new Money(gold, YUAN));
  }

  private static Pin pin(long yuan, int seconds) {
    return new Pin(new Money(yuan * 1_000, YUAN), seconds);
  }
}
