package io.github.danmuhub.platform.huya.site;

import static io.github.danmuhub.script.Carried.NO_TIME;
import static io.github.danmuhub.script.Carried.line;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Enter;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Room;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.script.Carried.Field;
import io.github.danmuhub.script.Vocabulary;
import io.github.danmuhub.script.Vocabulary.Audience;
import io.github.danmuhub.script.Vocabulary.GiftKind;
import io.github.danmuhub.script.Vocabulary.Shop;
import java.util.List;
import java.util.Set;

/** What Huya's messages carry, and what the viewers of its simulated rooms speak of. */
final class HuyaWords {
  private static final String YUAN = "CNY";
  private static final Set<Field> CHAT =
      Set.of(Field.ID, Field.AVATAR, Field.BADGE, Field.BADGE_ROOM, Field.COLOR, Field.REPLY_TO);
  private static final Set<Field> GIFT =
      Set.of(Field.ID, Field.AVATAR, Field.BADGE, Field.BADGE_ROOM, Field.COMBO, Field.VALUE);
  private static final Set<Field> ENTER = Set.of(Field.ID, Field.AVATAR, Field.EFFECT);
  private static final Set<Field> BROADCAST = Set.of(Field.ID, Field.SINCE);
  private static final Enum<?>[] WORDS = {
    Chat.Mode.SCROLL, Role.ANCHOR, Role.MODERATOR, Role.VIP, Role.MEMBER
  };

  private static final Carried CARRIED =
      Carried.of(
          Carried.Ids.NUMBERS,
          Set.of(YUAN),
          line(Chat.class, NO_TIME, CHAT, WORDS),
          line(Gift.class, NO_TIME, GIFT, WORDS),
          line(Enter.class, NO_TIME, ENTER, Role.VIP, Role.MEMBER),
          line(Stats.class, NO_TIME, Set.of(Field.ID), Stats.Figure.POPULARITY),
          line(Broadcast.class, NO_TIME, BROADCAST, Broadcast.State.LIVE, Broadcast.State.OFFLINE),
          line(Room.class, NO_TIME, Set.of(Field.ID, Field.AREA)));

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          CARRIED,
          new Audience(1_199_600_000_000L, "https://huyaimg.msstatic.com/avatar/{id}.jpg", "云逗猫"),
          new Shop(
              List.of(
                  gift("20277", "虎粮", 100, List.of(1, 10, 66, 520), true),
                  gift("20114", "粉丝荧光棒", 1_000, List.of(1), true),
                  gift("20237", "虎牙一号", 1_000_000, List.of(1), false)),
              List.of(),
              List.of()),
          List.of());

  private HuyaWords() {}

  private static GiftKind gift(
      String id, String name, long milli, List<Integer> sizes, boolean runs) {
    return new GiftKind(new Gift.Item(id, name), new Money(milli, YUAN), sizes, runs);
  }
}
