package io.github.danmuhub.page.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.Gift.Item;
import io.github.danmuhub.event.Gift.Price;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final long START = 1_700_000_000_000L / 60_000 * 60_000;
  private static final User ANN = User.of("1", "安");
  private static final User BO = User.of("2", "Bo");

  private long now = START;
  private final Figures figures = new Figures(() -> now);

  private Origin at(String room, long ms) {
    now = Math.max(now, START + ms);
    return new Origin("test", room, null, 0, START + ms, false, null);
  }

  private void says(String room, long ms, User user) {
    figures.accept(Chat.of(at(room, ms), user, "hello"));
  }

  private void pays(String room, long ms, User user, long milli, String currency) {
    figures.accept(new SuperChat(at(room, ms), user, "hello", new Money(milli, currency), 60));
  }

  private JsonNode all() {
    return figures.toJson(null);
  }

  @Test
  void messagesAndIncomeAreCountedByMinute() {
    says("1", 0, ANN);
    says("1", 59_999, BO);
    says("1", 120_000, ANN);
    pays("1", 120_000, BO, 30_000, "CNY");
    JsonNode rows = all().path("rows");
    assertThat(rows.path("chats").toString()).isEqualTo("[2,0,1]");
    assertThat(rows.path("income").path("CNY").toString()).isEqualTo("[0,0,30000]");
    assertThat(all().path("minute").asLong()).isEqualTo(START / 60_000);
  }

  @Test
  void onlyTheLastMinutesAreKept() {
    says("1", 0, ANN);
    says("1", 500 * 60_000L, ANN);
    JsonNode row = all().path("rows").path("chats");
    assertThat(row).hasSize(MinuteRow.LENGTH);
    assertThat(row.get(MinuteRow.LENGTH - 1).asLong()).isEqualTo(1);
    assertThat(row.get(0).asLong()).isZero();
    assertThat(all().path("chats").asLong()).as("the sum is of all time").isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackCostsNothing() {
    says("1", 10 * 60_000L, ANN);
    says("1", 9 * 60_000L, ANN);
    says("1", -1_000_000 * 60_000L, ANN);
    assertThat(all().path("chats").asLong()).isEqualTo(3);
  }

  @Test
  void oneRoomIsSummedUpAloneAndAllRoomsAreListed() {
    says("1", 0, ANN);
    says("2", 0, BO);
    says("2", 0, BO);
    JsonNode two = figures.toJson("test:2");
    assertThat(two.path("chats").asLong()).isEqualTo(2);
    assertThat(two.path("top_speakers")).hasSize(1);
    assertThat(two.path("rooms").path("test:1").path("chats").asLong()).isEqualTo(1);
    assertThat(all().path("chats").asLong()).isEqualTo(3);
  }

  @Test
  void whoSpeaksAndWhoGivesMostComesFirstInEachCurrency() {
    says("1", 0, ANN);
    says("1", 0, BO);
    says("1", 0, BO);
    pays("1", 0, ANN, 5_000, "CNY");
    pays("1", 0, BO, 1_000, "CNY");
    pays("1", 0, BO, 90_000_000, "test:coin");
    assertThat(all().path("top_speakers").get(0).path("name").asText()).isEqualTo("Bo");
    assertThat(all().path("top_givers").findValuesAsText("name")).containsExactly("安", "Bo", "Bo");
    assertThat(all().path("rooms").path("test:1").path("income").path("CNY").asLong())
        .isEqualTo(6_000);
  }

  @Test
  void aGiftWithoutAPriceIsNoIncome() {
    Item item = new Item("1", "flower");
    figures.accept(new Gift(at("1", 0), ANN, item, 3, null, Price.NONE, null));
    assertThat(all().path("rooms")).isEmpty();
  }

  @Test
  void aFirstMessageIsToldOnce() {
    says("1", 5, ANN);
    says("1", 6, ANN);
    says("2", 7, ANN);
    JsonNode newcomers = all().path("newcomers");
    assertThat(newcomers).hasSize(2);
    assertThat(newcomers.get(0).toString())
        .isEqualTo("{\"room\":\"test:1\",\"user\":\"1\",\"received\":" + (START + 5) + "}");
    assertThat(all().path("speakers").asLong()).isEqualTo(2);
  }

  @Test
  void whatAPlatformReplaysIsNotOfNow() {
    Origin replayed = new Origin("test", "1", null, 0, START, true, null);
    figures.accept(Chat.of(replayed, ANN, "long ago"));
    says("1", 1, ANN);
    assertThat(all().path("chats").asLong()).isEqualTo(1);
    assertThat(all().path("newcomers")).as("who has spoken before is not new").isEmpty();
  }

  @Test
  void gapsAndFiguresOfARoomAreTold() {
    figures.accept(new Gap(at("1", 100), START, START + 100, "connection lost"));
    figures.accept(new Stats(at("1", 100), Map.of(Stats.Figure.ONLINE, 31_000L)));
    assertThat(all().path("gaps").get(0).path("why").asText()).isEqualTo("connection lost");
    assertThat(all().path("rooms").path("test:1").path("online").asLong()).isEqualTo(31_000);
  }

  @Test
  void manyPeopleAreNotAllRemembered() {
    TopPeople people = new TopPeople();
    people.add(ANN, 1_000_000);
    for (int i = 0; i < 100_000; i++) {
      people.add(User.of("u" + i, null), 1);
    }
    assertThat(people.best(10_000)).hasSizeLessThanOrEqualTo(1_000);
    assertThat(people.best(1).get(0).name()).isEqualTo("安");
  }

  @Test
  void manyRoomsAreNotAllRemembered() {
    for (int i = 0; i < 1_000; i++) {
      says("r" + i, 0, ANN);
    }
    assertThat(all().path("rooms")).hasSize(200);
  }
}
