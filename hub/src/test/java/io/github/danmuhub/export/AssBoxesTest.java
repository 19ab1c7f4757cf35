package io.github.danmuhub.export;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssBoxesTest {
  private static final ExportOptions PLAIN = ExportOptions.DEFAULTS;

  private static SuperChat paid(long at, String id, Money value, int seconds) {
    Origin origin = new Origin("bilibili", "545068", id, START + at, START + at, false, null);
    return new SuperChat(origin, user(1), "说" + id, value, seconds);
  }

  private static Money yuan(long units) {
    return new Money(units * 1_000, "CNY");
  }

  private static String ass(LiveEvent... events) {
    return Exported.text(List.of(events), "ass", PLAIN);
  }

  /** START,END of the box that says {@code text}. */
  private static List<String> times(String ass, String text) {
    return ass.lines()
        .filter(line -> line.startsWith("Dialogue: 3,") && line.endsWith(text))
        .map(line -> line.split(",", -1)[1] + "," + line.split(",", -1)[2])
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "CNY,      30_000, B2602A",
    "CNY,      50_000, 9E7D42",
    "CNY,     100_000, 2BB5E2",
    "CNY,     500_000, 4394E0",
    "CNY,   1_000_000, 4D4DE5",
    "CNY,   2_000_000, 321AAB",
    "USD,       4_990, D4B800",
    "USD,     100_000, 1721E6",
    "JPY,   2_000_000, 007CF5",
    "EUR, 100_000_000, B2602A",
    "CNY,      -1_000, B2602A",
  })
  void aSuperChatHasTheColourOfItsTier(String currency, String milli, String bgr) {
    Money value = new Money(Long.parseLong(milli.replace("_", "")), currency);
    assertThat(ass(paid(0, "1", value, 60))).contains("\\bord0\\c&H" + bgr + "&\\1a");
  }

  @Test
  void aColourOfThePlatformsOwnGoesBeforeTheTiers() {
    SuperChat.Colors own = new SuperChat.Colors(0xFFFFFF, 0x123456);
    SuperChat paid = paid(0, "1", yuan(30), 60);
    assertThat(
            ass(new SuperChat(paid.origin(), paid.user(), "说", paid.value(), paid.seconds(), own)))
        .contains("\\bord0\\c&H563412&\\1a");
  }

  @Test
  void aSuperChatStandsAsLongAsItIsPinned() {
    String ass =
        ass(chat(0, 1, "x"), paid(1_000, "1", yuan(1_000), 3_600), paid(2_000, "2", yuan(30), 0));
    assertThat(times(ass, "说1")).containsExactly("0:00:01.00,1:00:01.00");
    assertThat(times(ass, "说2")).containsExactly("0:00:02.00,0:00:07.00");
  }

  @Test
  void howLongCanBeCapped() {
    AssStyle capped = AssStyle.of(Map.of("sc-max", "90"));
    List<LiveEvent> events = List.of(paid(0, "1", yuan(1_000), 3_600));
    assertThat(times(Exported.text(events, "ass", PLAIN.withAss(capped)), "说1"))
        .containsExactly("0:00:00.00,0:01:30.00");
  }

  @Test
  void oneThatIsTakenBackGoes() {
    Retract retract = new Retract(origin(9_000), null, List.of("1"));
    String ass =
        ass(paid(0, "1", yuan(30), 60), paid(0, "2", yuan(30), 60), retract, chat(9_500, 1, "x"));
    assertThat(times(ass, "说1")).containsExactly("0:00:00.00,0:00:09.00");
    assertThat(times(ass, "说2")).containsExactly("0:00:00.00,0:01:00.00");
  }

  @Test
  void oneThatIsTakenBackMuchLaterGoesToo() {
    List<LiveEvent> events = new ArrayList<>(List.of(paid(0, "1", yuan(1_000), 3_600)));
    for (int i = 0; i < 2 * HeldBack.MESSAGES; i++) {
      events.add(chat(100 + i / 10, 2, "x"));
    }
    events.add(new Retract(origin(60_000), null, List.of("1")));
    assertThat(times(Exported.text(events, "ass", PLAIN), "说1"))
        .containsExactly("0:00:00.00,0:01:00.00");
  }

  @Test
  void chatThatWasTakenBackIsNotThere() {
    Origin said = new Origin("bilibili", "545068", "c1", START, START, false, null);
    Retract retract = new Retract(origin(9_000), null, List.of("c1"));
    assertThat(ass(Chat.of(said, user(1), "加我"), retract)).doesNotContain("加我");
  }

  @Test
  void inAFullPictureANewOneTakesThePlaceOfTheOldestAndGiftsKeepTheirs() {
    List<LiveEvent> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(paid(i * 10_000L, "n" + i, yuan(2_000), 7_200));
    }
    events.add(gift(195_000, 3, "花", 2, 200));
    String ass = Exported.text(events, "ass", PLAIN);
    assertThat(ass).doesNotContain("Comment: ");
    assertThat(times(ass, "说n0")).containsExactly("0:00:00.00,0:01:30.00");
    assertThat(times(ass, "说n19")).containsExactly("0:03:10.00,2:03:10.00");
    assertThat(times(ass, "花\\h×2")).containsExactly("0:03:15.00,0:03:19.00");
  }

  @Test
  void aFloodInAFullPictureStaysAsComments() {
    List<LiveEvent> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(paid(i, "n" + i, yuan(30), 60));
    }
    assertThat(Exported.text(events, "ass", PLAIN).lines())
        .filteredOn(line -> line.startsWith("Comment: "))
        .hasSize(11);
  }

  @Test
  void darkTextHasALightBorder() {
    Chat black = new Chat(origin(0), user(1), "黑", Chat.Style.of(0), Chat.Pictures.NONE, null, 0);
    Chat navy =
        new Chat(
            origin(0),
            user(1),
            "蓝",
            new Chat.Style(128, Chat.Mode.TOP),
            Chat.Pictures.NONE,
            null,
            0);
    assertThat(ass(black)).contains("\\c&H000000&\\3c&HFFFFFF&}黑");
    assertThat(ass(navy)).contains("\\c&H800000&\\3c&HFFFFFF&}蓝");
    assertThat(ass(chat(0, 1, "白"))).doesNotContain("\\3c");
  }
}
