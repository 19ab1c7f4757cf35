package io.github.danmuhub.platform.douyin.site;

import static io.github.danmuhub.script.Carried.MILLISECONDS;
import static io.github.danmuhub.script.Carried.line;

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
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.script.Carried.Field;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.script.Vocabulary.Audience;
import io.github.danmuhub.script.Vocabulary.GiftKind;
import io.github.danmuhub.script.Vocabulary.Shop;
import io.github.danmuhub.script.Vocabulary.Tier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What Douyin's messages carry, and what the viewers of its simulated rooms speak of. */
final class DouyinWords {
  private static final String DIAMOND = "douyin:diamond";
  private static final Enum<?>[] ROLES = {Role.ANCHOR, Role.MODERATOR, Role.MEMBER, Role.MASKED};

  private static final Carried CARRIED =
      Carried.of(
          Carried.Ids.NUMBERS,
          Set.of(DIAMOND),
          line(
              Chat.class, MILLISECONDS, somebody(Field.EMOTES, Field.IMAGE, Field.REPLY_TO), ROLES),
          line(Gift.class, MILLISECONDS, somebody(Field.COMBO, Field.VALUE, Field.TO), ROLES),
          line(Like.class, MILLISECONDS, somebody(Field.USER, Field.TOTAL), ROLES),
          line(
              Membership.class,
              MILLISECONDS,
              somebody(Field.TIER_OF_BADGE),
              Role.MODERATOR,
              Role.MEMBER,
              Role.MASKED,
              Membership.Kind.NEW),
          line(Enter.class, MILLISECONDS, somebody(Field.EFFECT), ROLES),
          line(Follow.class, MILLISECONDS, somebody(), ROLES),
          line(Share.class, MILLISECONDS, somebody(), ROLES),
          line(
              Stats.class,
              MILLISECONDS,
              Set.of(Field.ID),
              Stats.Figure.ONLINE,
              Stats.Figure.WATCHED),
          line(
              Rank.class,
              MILLISECONDS,
              somebody(Field.SCORE),
              Role.MODERATOR,
              Role.MEMBER,
              Role.MASKED),
          line(
              Broadcast.class,
              MILLISECONDS,
              Set.of(Field.ID),
              Broadcast.State.PAUSED,
              Broadcast.State.RESUMED,
              Broadcast.State.OFFLINE),
          line(
              Moderation.class,
              MILLISECONDS,
              Set.of(Field.ID, Field.USER, Field.TARGET),
              Action.MUTE,
              Action.UNMUTE,
              Action.ADMIN_ADD,
              Action.ADMIN_REMOVE,
              Action.KICK,
              Action.BLOCK),
          line(Retract.class, MILLISECONDS, Set.of(Field.ID)),
          line(
              Lottery.class,
              MILLISECONDS,
              Set.of(Field.ID, Field.USER, Field.PRIZE_NAME),
              Lottery.Phase.START),
          line(Notice.class, MILLISECONDS, Set.of(Field.ID, Field.USER)));

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          CARRIED,
          new Audience(10_000_000_000L, "https://p3.douyinpic.com/simulated/{id}.jpeg", "云逗猫"),
          new Shop(
              List.of(
                  gift("463", "小心心", 1, List.of(1), true),
                  gift("685", "粉丝灯牌", 1, List.of(10, 66, 520), false),
                  gift("2000", "嘉年华", 30_000, List.of(1), false)),
              List.of(new Tier("1", "粉丝团", Membership.Term.UNKNOWN, diamonds(1))),
              List.of()),
          List.of(emote("[鼓掌]"), emote("[微笑]"), emote("[爱心]"), emote("[捂脸]")));

  private DouyinWords() {}

  /** What every message tells of who acts, and more. */
  private static Set<Field> somebody(Field... more) {
    Set<Field> fields = EnumSet.of(Field.ID, Field.AVATAR, Field.BADGE, Field.LEVEL);
    fields.addAll(List.of(more));
    return fields;
  }

  private static GiftKind gift(
      String id, String name, long diamonds, List<Integer> sizes, boolean runs) {
    return new GiftKind(new Gift.Item(id, name), diamonds(diamonds), sizes, runs);
  }

  private static Money diamonds(long diamonds) {
    return new Money(diamonds * 1_000, DIAMOND);
  }

  private static Chat.Emote emote(String key) {
    return new Chat.Emote(key, "https://p3.douyinpic.com/simulated/emoji.png");
  }
}
