package io.github.danmuhub.script;

import io.github.danmuhub.event.Chat;
import java.util.List;
import java.util.random.RandomGenerator;

/** What viewers say. */
final class Words {
  private static final List<String> LINES =
      List.of(
          "来了来了",
          "主播晚上好",
          "哈哈哈哈哈",
          "这波操作可以",
          "666",
          "左边左边",
          "往右一点",
          "猫猫好可爱",
          "第一次来，关注了",
          "今天播到几点？",
          "弹幕护体",
          "前方高能",
          "泪目",
          "这首歌叫什么",
          "再来一局",
          "笑死我了",
          "太强了吧",
          "下饭",
          "晚安，明天见",
          "求歌单",
          "这个角度绝了",
          "我也想要一只猫",
          "好耶",
          "？？？",
          "今天的猫真可爱",
          "这是什么品种",
          "前排围观",
          "猫猫睡着了吗",
          "激光笔走起",
          "来晚了",
          "逗猫棒快一点",
          "晚上好呀");

  private static final List<String> WISHES = List.of("主播辛苦了，早点休息", "生日快乐！", "唱一首老歌吧", "支持你，加油");

  /** What a vote is made of: the toys of the remote cat teaser, by name and by number. */
  private static final List<String> VOTES = List.of("逗猫棒", "小球", "激光笔", "1", "2", "3");

  private static final int[] COLORS = {0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xE33FFF, 0x54EED8, 0xFFD700};
  private static final int EMOTE_EVERY = 12;

  private Words() {}

  /** A line, now and then with an emoticon of the platform. */
  static String line(List<Chat.Emote> emotes, RandomGenerator random) {
    String line = one(LINES, random);
    boolean withEmote = !emotes.isEmpty() && random.nextInt(EMOTE_EVERY) == 0;
    return withEmote ? line + one(emotes, random).key() : line;
  }

  static String wish(RandomGenerator random) {
    return one(WISHES, random);
  }

  static String vote(RandomGenerator random) {
    return one(VOTES, random);
  }

  /** 0xRRGGBB. */
  static int color(RandomGenerator random) {
    return COLORS[random.nextInt(COLORS.length)];
  }

  static <T> T one(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }
}
