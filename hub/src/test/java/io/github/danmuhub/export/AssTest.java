package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.membership;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.superChat;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AssTest {
  private static final ExportOptions PLAIN = ExportOptions.DEFAULTS;
  private static final int DENSE = 12_000;
  private static final int DENSE_MS = 600_000;

  /** 12,000 scrolling lines of 2 to {@code longest} characters in 600 s, one each 50 ms. */
  private static List<Chat> dense(int longest, long seed) {
    return dense(longest, new Random(seed), LongStream.range(0, DENSE).map(i -> i * 50));
  }

  /** The same at random times: fuller and emptier moments. */
  private static List<Chat> uneven(int longest, long seed) {
    Random random = new Random(seed);
    return dense(longest, random, random.longs(DENSE, 0, DENSE_MS).sorted());
  }

  private static List<Chat> dense(int longest, Random random, LongStream times) {
    int[] i = {0};
    return times
        .mapToObj(at -> chat(at, i[0]++, "弹".repeat(2 + random.nextInt(longest - 1))))
        .toList();
  }

  private static int shownByThePeer(List<Chat> events) {
    FirstFit peer = new FirstFit();
    int shown = 0;
    for (int i = 0; i < events.size(); i++) {
      shown +=
          peer.shows(events.get(i).origin().received() / 1000.0, events.get(i).text().length())
              ? 1
              : 0;
    }
    return shown;
  }

  @Test
  void aDenseRoomHasNoCollisionsAndShowsMoreThanTheBestPeer() {
    for (int longest : new int[] {12, 20, 28, 40}) {
      showsMoreThanTheBestPeer(dense(longest, longest));
      showsMoreThanTheBestPeer(uneven(longest, longest));
    }
  }

  private static void showsMoreThanTheBestPeer(List<Chat> events) {
    List<AssLines.Line> lines = AssLines.scrolling(Exported.text(events, "ass", PLAIN));
    assertThat(AssLines.collisions(lines, AssStyle.DEFAULTS.size())).isZero();
    assertThat(lines.size()).isGreaterThanOrEqualTo(shownByThePeer(events));
  }

  /**
   * As crowded as the measured file, which is not at hand: of it DanmakuFactory shows 7,298 lines
   * and danmaku2ass 6,689. Lines of 2 to 30 characters at even times give both peers' rules these
   * figures (7,275 to 7,378 and 6,694); most other spreads of lengths do not.
   */
  @Test
  void atLeastSevenThousandThreeHundredOfTwelveThousandAreShown() {
    List<Chat> events = dense(30, 1);
    assertThat(shownByThePeer(events)).isLessThan(7_298);
    assertThat(AssLines.scrolling(Exported.text(events, "ass", PLAIN)).size())
        .isGreaterThanOrEqualTo(7_300);
  }

  @Test
  void theCheckerSeesACollisionWhereThereIsOne() {
    AssLines.Line slow = new AssLines.Line(0, 12, 1960, -40, 0, "slow");
    AssLines.Line tooSoon = new AssLines.Line(0.1, 12.1, 1960, -40, 0, "too soon");
    AssLines.Line tooFast = new AssLines.Line(2, 14, 2920, -1000, 0, "too fast");
    AssLines.Line below = new AssLines.Line(0.1, 12.1, 1960, -40, 38, "below");
    assertThat(AssLines.collisions(List.of(slow, tooSoon), 38)).isEqualTo(1);
    assertThat(AssLines.collisions(List.of(slow, tooFast), 38)).isEqualTo(1);
    assertThat(AssLines.collisions(List.of(slow, below), 38)).isZero();
  }

  @Test
  void whatFindsNoRoomStaysAsAComment() {
    List<Chat> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(chat(0, i, "同时"));
    }
    List<String> lines = Exported.text(events, "ass", PLAIN).lines().toList();
    assertThat(lines).filteredOn(line -> line.startsWith("Dialogue: ")).hasSize(28);
    assertThat(lines).filteredOn(line -> line.startsWith("Comment: ")).hasSize(12);
  }

  @Test
  void aLineIsWrittenAsPlayersReadIt() {
    Chat red =
        new Chat(
            origin(3_661_234),
            user(1),
            "红 {b}",
            Chat.Style.of(0xff8000),
            Chat.Pictures.NONE,
            null,
            0);
    assertThat(Exported.text(List.of(chat(0, 1, "a"), red), "ass", PLAIN))
        .contains(
            "Dialogue: 0,1:01:01.23,1:01:13.23,R2L,,0000,0000,0000,,"
                + "{\\move(2000,0,-80,0)\\c&H0080FF&}红\\h\\{b\\}\n");
  }

  @Test
  void topAndBottomLinesStandInRowsFromTheirEdge() {
    List<LiveEvent> events = new ArrayList<>();
    for (Chat.Mode mode : List.of(Chat.Mode.TOP, Chat.Mode.TOP, Chat.Mode.BOTTOM)) {
      events.add(
          new Chat(origin(0), user(1), "x", new Chat.Style(-1, mode), Chat.Pictures.NONE, null, 0));
    }
    assertThat(Exported.text(events, "ass", PLAIN))
        .contains("TOP,,0000,0000,0000,,{\\pos(960,0)}x")
        .contains("TOP,,0000,0000,0000,,{\\pos(960,38)}x")
        .contains("BTM,,0000,0000,0000,,{\\pos(960,1042)}x");
  }

  @Test
  void superChatsMembershipsAndGiftsHaveBoxesThatCanBeTurnedOff() {
    List<LiveEvent> events =
        List.of(superChat(0, 1, "加油", 30_000), membership(0, 2), gift(0, 3, "花", 2, 200));
    String ass = Exported.text(events, "ass", PLAIN);
    assertThat(ass).contains("user\\h1\\h¥30\\N加油").contains("user\\h2\\h舰长");
    assertThat(ass).contains("user\\h3\\h花\\h×2");
    AssStyle none = AssStyle.of(Map.of("boxes", "none"));
    assertThat(Exported.text(events, "ass", PLAIN.withAss(none))).doesNotContain("Dialogue");
  }

  @Test
  void lanesAreaAndOpacityAreObeyed() {
    AssStyle style =
        AssStyle.of(
            Map.of(
                "width",
                "1280",
                "height",
                "720",
                "font",
                "Noto Sans",
                "size",
                "30",
                "area",
                "0.5",
                "lanes",
                "3",
                "duration",
                "8",
                "opacity",
                "0.5",
                "boxes",
                "none"));
    List<Chat> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      events.add(chat(0, i, "同时"));
    }
    String ass = Exported.text(events, "ass", PLAIN.withAss(style));
    assertThat(AssLines.scrolling(ass)).hasSize(3);
    assertThat(ass).contains("PlayResX: 1280").contains("Style: R2L,Noto Sans,30,&H80FFFFFF,");
    assertThatThrownBy(() -> AssStyle.of(Map.of("font", "a,b")))
        .hasMessage("a font's name has no commas");
  }

  @Test
  void everyHostileNameIsOneLineAndCommandsNothing() {
    List<Chat> events = Hostile.NAMES.stream().map(name -> chat(0, name, name)).toList();
    List<String> lines = Exported.text(events, "ass", PLAIN).lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("Dialogue: ") || line.startsWith("Comment: "))
        .hasSize(Hostile.NAMES.size());
    assertThat(lines)
        .anyMatch(
            line -> line.endsWith("}\\{\\\u200ban5\\\u200bfs200\\}\\\u200bN\\\u200bh\\\u200b"));
  }

  @Test
  void aClockThatIsSetBackMovesNothingOnTopOfEachOther() {
    List<Chat> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(chat(i * 10_000L, i, "before"));
    }
    for (int i = 0; i < 60; i++) {
      events.add(chat(i * 10_000L - 600_000, i, "set back"));
    }
    events.add(chat(1_200_000, 1, "set right"));
    List<Double> starts =
        AssLines.scrolling(Exported.text(events, "ass", PLAIN)).stream()
            .map(AssLines.Line::start)
            .toList();
    assertThat(starts).hasSize(121).isSorted();
    assertThat(starts.get(59)).isEqualTo(590.0);
    assertThat(starts.subList(60, 63)).containsExactly(590.0, 600.0, 610.0);
    assertThat(starts.get(120)).isEqualTo(1_200.0);
  }
}
