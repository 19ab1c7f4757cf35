package io.github.danmuhub.script;

import static io.github.danmuhub.script.Carried.MILLISECONDS;
import static io.github.danmuhub.script.Carried.line;

import io.github.danmuhub.event.Battle;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Follow;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Like;
import io.github.danmuhub.event.Lottery;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Moderation;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Rank;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.Share;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.script.Carried.Field;
import io.github.danmuhub.script.Carried.Ids;
import io.github.danmuhub.script.Vocabulary.Audience;
import io.github.danmuhub.script.Vocabulary.GiftKind;
import io.github.danmuhub.script.Vocabulary.Pin;
import io.github.danmuhub.script.Vocabulary.Shop;
import io.github.danmuhub.script.Vocabulary.Tier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What invented platforms speak. */
final class Vocabularies {
  private static final Set<Field> ALL = EnumSet.allOf(Field.class);

  private Vocabularies() {}

  /** Of a platform that can tell everything. */
  static Vocabulary everything() {
    Enum<?>[] roles = Role.values();
    Carried all =
        Carried.of(
            Ids.TEXT,
            Set.of("CNY"),
            line(Chat.class, MILLISECONDS, ALL, roles),
            line(Gift.class, MILLISECONDS, ALL, roles),
            line(SuperChat.class, MILLISECONDS, ALL, roles),
            line(Membership.class, MILLISECONDS, ALL, Membership.Kind.NEW, Membership.Kind.RENEW),
            line(Enter.class, MILLISECONDS, ALL, roles),
            line(Follow.class, MILLISECONDS, ALL, roles),
            line(Share.class, MILLISECONDS, ALL, roles),
            line(Like.class, MILLISECONDS, ALL, roles),
            line(Stats.class, MILLISECONDS, ALL, Stats.Figure.values()),
            line(Rank.class, MILLISECONDS, ALL, roles),
            line(Retract.class, MILLISECONDS, ALL),
            line(Battle.class, MILLISECONDS, ALL, Battle.State.values()),
            line(Lottery.class, MILLISECONDS, ALL, Lottery.Phase.values()),
            line(Moderation.class, MILLISECONDS, ALL, Moderation.Action.values()));
    return of(all);
  }

  /** Of a platform that sells as much, but of whose messages only those are read. */
  static Vocabulary of(Carried carried) {
    Shop shop =
        new Shop(
            List.of(
                new GiftKind(new Gift.Item("1", "小花花"), cny(100), List.of(1), true),
                new GiftKind(new Gift.Item("2", "灯牌"), cny(10), List.of(10, 66), false)),
            List.of(new Tier("3", "舰长", Membership.Term.months(1), cny(138_000))),
            List.of(new Pin(cny(30_000), 60, new SuperChat.Colors(0xEDF5FF, 0x2A60B2))));
    return new Vocabulary(
        carried,
        new Audience(1_000, "https://face.example/{id}.png", "弹幕团"),
        shop,
        List.of(new Chat.Emote("[鼓掌]", "https://emote.example/1.png")));
  }

  private static Money cny(long milli) {
    return new Money(milli, "CNY");
  }
}
