package io.github.danmuhub.platform.douyin.site;

import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import io.github.danmuhub.platform.douyin.site.Payloads.GiftStep;
import io.github.danmuhub.platform.douyin.site.Payloads.Head;
import io.github.danmuhub.wire.ProtoWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Believable traffic without end: rounds of {@value #ROUND} messages, in each a gift combo of steps
 * 1, 3, 5 and its end, a group gift, and viewers who chat, like and come in. The same seed says the
 * same. Combos that run at the same time have givers of their own, since a group id is only a
 * second.
 */
final class ScriptFeed implements Feed {
  private static final int ROUND = 20;
  private static final int COMBO_BEGINS = 4;
  private static final int COMBO_ENDS = 13;
  private static final long FIRST_MSG_ID = 7_628_380_000_000_000_000L;
  private static final int[] GROUPS = {10, 66, 520};
  private static final List<String> LINES =
      List.of(
          "主播好！", "今天的猫真可爱", "往左边逗", "往右边！", "哈哈哈哈", "第一次来", "这是什么品种", "前排围观", "666", "猫猫睡着了吗",
          "激光笔走起", "关注了", "来晚了", "再来一次", "晚上好呀", "逗猫棒快一点");
  private static final List<String> EMOJI = List.of("[鼓掌]", "[微笑]", "[爱心]", "[捂脸]");

  private final long seed;
  private final double rate;

  ScriptFeed(long seed, double rate) {
    this.seed = seed;
    this.rate = rate;
  }

  @Override
  public long due(long n) {
    return Math.round(n * 1_000 / rate);
  }

  @Override
  public boolean hasPast() {
    return true;
  }

  @Override
  public DouyinMessage message(long n, long start, String roomId) {
    Head head = new Head(FIRST_MSG_ID + n, roomId, start + due(n));
    SplittableRandom random = new SplittableRandom(seed ^ n * 0x9E3779B97F4A7C15L);
    long round = Math.floorDiv(n, ROUND);
    int slot = Math.floorMod(n, ROUND);
    ScriptViewer user = ScriptViewer.of(random.nextLong(1_000));
    return switch (slot) {
      case 0 -> stats(head, n);
      case 3 -> chat(head, ScriptViewer.ANCHOR, random);
      case COMBO_BEGINS -> combo(head, round, start, 1, false);
      case 7 -> combo(head, round, start, 3, false);
      case 10 -> combo(head, round, start, 5, false);
      case COMBO_ENDS -> combo(head, round, start, 5, true);
      case 15 -> group(head, ScriptViewer.of(round), round);
      case 17 -> rare(head, user, round);
      case 2, 9 -> of(head, Payloads.MEMBER, Payloads.enter(head, user, 48));
      case 5, 12, 18 -> like(head, user, random, n);
      default -> chat(head, user, random);
    };
  }

  private static DouyinMessage stats(Head head, long n) {
    long online = 2_000 + Math.floorMod(n, 300L);
    ProtoWriter payload = Payloads.userSeq(head, online, 43_000 + Math.max(0, n));
    return of(head, Payloads.USER_SEQ, payload);
  }

  private DouyinMessage combo(Head head, long round, long start, long total, boolean end) {
    long begun = (start + due(round * ROUND + COMBO_BEGINS)) / 1_000;
    GiftStep step = new GiftStep(463, "小心心", 1, 1, total, begun, end);
    return gift(head, ScriptViewer.of(round), step);
  }

  private DouyinMessage group(Head head, ScriptViewer user, long round) {
    long group = GROUPS[Math.floorMod(round, GROUPS.length)];
    long begun = head.time() / 1_000;
    return gift(head, user, new GiftStep(685, "粉丝灯牌", 1, group, group, begun, true));
  }

  private static DouyinMessage gift(Head head, ScriptViewer user, GiftStep step) {
    ProtoWriter payload = Payloads.gift(head, user, step);
    return of(head, Payloads.GIFT, payload);
  }

  /** Once a round: a follow, a share, a new member of the fan club, or a big single gift. */
  private static DouyinMessage rare(Head head, ScriptViewer user, long round) {
    return switch (Math.floorMod(round, 4)) {
      case 0 -> of(head, Payloads.SOCIAL, Payloads.social(head, user, 1));
      case 1 -> of(head, Payloads.SOCIAL, Payloads.social(head, user, 3));
      case 2 -> of(head, Payloads.FANSCLUB, Payloads.joinFansclub(head, user));
      default -> gift(head, user, new GiftStep(2000, "嘉年华", 30_000, 1, 1, 0, false));
    };
  }

  private static DouyinMessage like(Head head, ScriptViewer user, SplittableRandom random, long n) {
    ProtoWriter payload =
        Payloads.like(head, user, 1 + random.nextInt(15), 100_000 + Math.max(0, n));
    return of(head, Payloads.LIKE, payload);
  }

  private static DouyinMessage chat(Head head, ScriptViewer user, SplittableRandom random) {
    if (random.nextInt(12) == 0) {
      String emoji = EMOJI.get(random.nextInt(EMOJI.size()));
      return of(head, Payloads.EMOJI, Payloads.emoji(head, user, emoji));
    }
    String line = LINES.get(random.nextInt(LINES.size()));
    return of(head, Payloads.CHAT, Payloads.chat(head, user, line));
  }

  private static DouyinMessage of(Head head, String method, ProtoWriter payload) {
    return new DouyinMessage(method, ByteBuffer.wrap(payload.toBytes()), head.msgId());
  }
}
