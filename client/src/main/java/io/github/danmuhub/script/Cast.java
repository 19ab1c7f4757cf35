package io.github.danmuhub.script;

import io.github.danmuhub.event.User;
import io.github.danmuhub.event.User.Role;
import io.github.danmuhub.script.Vocabulary.Audience;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a scripted room: its anchor, a hundred regulars who come back all the time, and a
 * crowd. The same number is the same person. Immutable.
 */
public final class Cast {
  private static final List<String> FIRST =
      List.of("爱吃", "早起的", "一只", "半夜", "无敌", "隔壁", "迷路的", "努力的", "沉默的", "会飞的");

  private static final List<String> LAST =
      List.of("小橘猫", "豆沙包", "企鹅", "老王", "柠檬茶", "程序员", "向日葵", "小熊", "布丁", "章鱼");

  private static final int REGULARS = FIRST.size() * LAST.size();
  private static final int CROWD = 100_000;
  private static final int OF_THE_CROWD = 10;
  private static final int MODERATOR_EVERY = 23;
  private static final int MEMBER_EVERY = 7;
  private static final int LEVELS = 28;
  private static final long ID_STEP = 7_919;
  private static final long ANCHORS = 1_000_000;

  private final String room;
  private final Audience audience;

  /** That room's people. */
  public Cast(String room, Audience audience) {
    this.room = room;
    this.audience = audience;
  }

  String room() {
    return room;
  }

  /** Whose room it is. */
  public User anchor() {
    long id = audience.firstId() + CROWD * ID_STEP + Math.floorMod(room.hashCode(), ANCHORS);
    return new User(Long.toString(id), "云逗猫主播", avatar(id), null, Set.of(Role.ANCHOR), 2 * LEVELS);
  }

  /** Somebody: mostly one of the regulars. */
  User somebody(RandomGenerator random) {
    boolean regular = random.nextInt(OF_THE_CROWD) > 0;
    return viewer(random.nextInt(regular ? REGULARS : CROWD));
  }

  /** The one with that number, the regulars first. */
  User viewer(long number) {
    int who = Math.floorMod(number, CROWD);
    long id = audience.firstId() + who * ID_STEP;
    return new User(
        Long.toString(id), name(who), avatar(id), badge(who), roles(who), 1 + who % LEVELS);
  }

  private static String name(int who) {
    int regular = who % REGULARS;
    String name = FIRST.get(regular / LAST.size()) + LAST.get(regular % LAST.size());
    return who < REGULARS ? name : name + (1 + who / REGULARS);
  }

  private @Nullable String avatar(long id) {
    String avatar = audience.avatar();
    return avatar.isEmpty() ? null : avatar.replace("{id}", Long.toString(id));
  }

  private User.@Nullable Badge badge(int who) {
    return who % 3 == 0 || audience.badge().isEmpty()
        ? null
        : new User.Badge(audience.badge(), 1 + who % LEVELS, room);
  }

  private static Set<Role> roles(int who) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (who % MODERATOR_EVERY == 0) {
      roles.add(Role.MODERATOR);
    }
    if (who % MEMBER_EVERY == 0) {
      roles.add(Role.MEMBER);
    }
    return roles;
  }
}
