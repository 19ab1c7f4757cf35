package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.membership;
import static io.github.danmuhub.SampleEvents.superChat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.danmuhub.event.LiveEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the chat subtitles show, by the keys of {@code --ass}. */
class ShownChatsTest {
  @TempDir Path dir = Path.of("");

  private static List<String> shown(List<? extends LiveEvent> events, Map<String, String> keys) {
    String ass = to("ass", events, keys);
    return ass.lines()
        .filter(line -> line.startsWith("Dialogue: "))
        .map(line -> line.replaceFirst("^[^}]*}", ""))
        .toList();
  }

  private static String to(
      String format, List<? extends LiveEvent> events, Map<String, String> keys) {
    return Exported.text(events, format, ExportOptions.DEFAULTS.withAss(AssStyle.of(keys)));
  }

  @Test
  void equalMessagesWithinAWhileAreOne() {
    List<LiveEvent> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      events.add(chat(i * 100L, i, "哈哈哈"));
    }
    events.add(chat(2_000, 1, "别的"));
    events.add(chat(9_000, 1, "哈哈哈"));
    assertThat(shown(events, Map.of("merge", "5"))).containsExactly("哈哈哈\\h×12", "别的", "哈哈哈");
  }

  @Test
  void wordsAndUsersAreBlockedByFiles() throws IOException {
    Path words = Files.writeString(dir.resolve("words"), "剧透\n\n");
    Path users = Files.writeString(dir.resolve("users"), "\ufeff2\nuser 3\n");
    List<LiveEvent> events =
        List.of(
            chat(0, 1, "不要剧透啊"),
            chat(1, 2, "按号"),
            chat(2, 3, "按名"),
            superChat(3, 2, "付了钱也不", 30_000),
            chat(4, 4, "留下"));
    assertThat(
            shown(events, Map.of("block-words", words.toString(), "block-users", users.toString())))
        .containsExactly("留下");
    assertThatThrownBy(() -> AssStyle.of(Map.of("block-words", "/nowhere")))
        .hasMessage("/nowhere: no such file");
  }

  @Test
  void emotesAreHiddenAndNamesShown() {
    List<LiveEvent> events = List.of(chat(0, 1, "好[妙啊]看[doge]"), chat(1, 2, "[dog]"));
    assertThat(shown(events, Map.of("emotes", "no", "names", "yes")))
        .containsExactly("user\\h1:\\h好看");
  }

  @Test
  void giftsMayComeAsAListThatMovesUp() {
    List<LiveEvent> events =
        List.of(
            gift(0, 1, "小花花", 2, 200),
            membership(2_000, 2),
            gift(3_000, 3, "便宜", 100, 90),
            superChat(4_000, 5, "三十元", 30_000));
    String ass = to("ass", events, Map.of("boxes", "list", "gift-min", "0.1"));
    assertThat(ass.lines().filter(line -> line.contains("小花花")))
        .containsExactly(
            "Dialogue: 2,0:00:00.00,0:00:02.00,BOX,,0000,0000,0000,,{\\pos(20,1042)}user\\h1\\h小花花\\h×2",
            "Dialogue: 2,0:00:02.00,0:00:08.00,BOX,,0000,0000,0000,,{\\pos(20,1004)}user\\h1\\h小花花\\h×2");
    assertThat(ass).contains("舰长").contains("三十元").doesNotContain("便宜");
  }

  @Test
  void cuesOfSrtNeverOverlap() {
    List<LiveEvent> events =
        List.of(chat(0, 1, "一"), chat(2_000, 2, "二\n行"), superChat(9_000, 3, "三", 30_000));
    assertThat(to("srt", events, Map.of("names", "yes")))
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:02,000
            user 1: 一

            2
            00:00:02,000 --> 00:00:05,000
            user 1: 一
            user 2: 二 行

            3
            00:00:05,000 --> 00:00:07,000
            user 2: 二 行

            4
            00:00:09,000 --> 00:00:14,000
            user 3 ¥30: 三

            """);
  }

  @Test
  void presetsHoldTheSameKeys() throws IOException {
    for (String name : List.of("vertical", "4k", "chat", "quiet")) {
      assertThat(AssStyle.of(AssPresets.builtIn().named(name))).isNotEqualTo(AssStyle.DEFAULTS);
    }
    Path own = Files.writeString(dir.resolve("own.yaml"), "mine: {size: 60, names: \"yes\"}\n");
    assertThat(AssPresets.read(own).named("mine")).containsEntry("size", "60");
    assertThatThrownBy(() -> AssPresets.builtIn().named("x"))
        .hasMessageContaining("there are vertical");
    assertThatThrownBy(() -> AssStyle.of(Map.of("x", "1"))).hasMessageContaining("x: no such key");
    assertThatThrownBy(() -> AssStyle.of(Map.of("size", "big")))
        .hasMessage("size=big: no number; it takes PX");
  }
}
