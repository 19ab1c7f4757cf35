package io.github.danmuhub.platform.bilibili.site;

import java.util.List;
import java.util.random.RandomGenerator;

/** Who is in a scripted room, and what they say. */
final class ScriptWords {
  private static final List<String> FIRST =
      List.of("爱吃", "早起的", "一只", "半夜", "无敌", "隔壁", "迷路的", "努力的", "沉默的", "会飞的");

  private static final List<String> LAST =
      List.of("小橘猫", "豆沙包", "企鹅", "老王", "柠檬茶", "程序员", "向日葵", "小熊", "布丁", "章鱼");

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
          "？？？");

  private static final List<String> WISHES = List.of("主播辛苦了，早点休息", "生日快乐！", "唱一首老歌吧", "支持你，加油");

  private static final int[] COLORS = {16777215, 16777215, 16777215, 14893055, 5566168, 16766720};

  private ScriptWords() {}

  /**
   * A viewer.
   *
   * @param guard 0, or 1 总督, 2 提督, 3 舰长
   * @param medal level of the room's badge, 0 for none
   */
  record Viewer(long uid, String name, int guard, int medal) {}

  /** One of a hundred: the same name is the same person. */
  static Viewer viewer(RandomGenerator random) {
    int first = random.nextInt(FIRST.size());
    int last = random.nextInt(LAST.size());
    int who = first * LAST.size() + last;
    int medal = who % 3 == 0 ? 0 : 1 + who % 28;
    return new Viewer(
        3_493_000_000_000_000L + who * 7919L, FIRST.get(first) + LAST.get(last), guard(who), medal);
  }

  private static int guard(int who) {
    return who == 42 ? 2 : who % 17 == 0 ? 3 : 0;
  }

  static String line(RandomGenerator random) {
    return LINES.get(random.nextInt(LINES.size()));
  }

  static String wish(RandomGenerator random) {
    return WISHES.get(random.nextInt(WISHES.size()));
  }

  static int color(RandomGenerator random) {
    return COLORS[random.nextInt(COLORS.length)];
  }
}
