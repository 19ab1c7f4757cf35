package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.wire.ProtoWriter;
import java.util.List;

/** A viewer who does not exist. */
record ScriptViewer(long id, String name, int level) {
  private static final List<String> NAMES =
      List.of(
          "小明", "猫奴一号", "Alice", "大哥", "点赞侠", "新人", "路过的云", "夜猫子", "橘子汽水", "胖虎", "晚风", "咸鱼", "Tom",
          "豆包", "喵喵", "不吃香菜");

  /** The id and the name that the site shows a guest in place of anybody's. */
  private static final long MASKED_ID = 111_111;

  private static final long FIRST_ID = 10_000_000_000L;

  /** Whose room it is. */
  static final ScriptViewer ANCHOR = new ScriptViewer(20_000_000_000L, "云逗猫主播", 60);

  private static final int CROWD = 100_000;

  /** The one of a big crowd with that number. */
  static ScriptViewer of(long number) {
    int one = Math.floorMod(number, CROWD);
    int at = one % NAMES.size();
    String namesake = one < NAMES.size() ? "" : Integer.toString(1 + one / NAMES.size());
    return new ScriptViewer(FIRST_ID + one, NAMES.get(at) + namesake, 1 + at * 3);
  }

  /** What everybody looks like to a guest whom the room hides its viewers from. */
  static ProtoWriter masked() {
    return new ProtoWriter().varint(1, MASKED_ID).string(3, "二***");
  }

  ProtoWriter proto() {
    ProtoWriter club = new ProtoWriter().string(1, "云逗猫").varint(2, 1 + level % 20).varint(3, 1);
    return new ProtoWriter()
        .varint(1, id)
        .varint(2, id % 100_000_000)
        .string(3, name)
        .message(
            9, new ProtoWriter().string(1, "https://p3.douyinpic.com/simulated/" + id + ".jpeg"))
        .message(23, new ProtoWriter().varint(6, level))
        .message(24, new ProtoWriter().message(1, club))
        .string(38, "simulated_" + id)
        .string(46, "MS4wLjABAAAAsimulated" + id);
  }
}
