package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.server.dialect.BlivechatMessages;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What blivechat's plugins hear. */
class BlivechatTest {
  private static final Origin ORIGIN =
      new Origin("bilibili", "545068", "m-1", 1_700_000_000_500L, 2, false, null);
  private static final User USER =
      new User(
          "7",
          "小明",
          "https://a/x.jpg",
          new User.Badge("喵", 21, "545068"),
          Set.of(User.Role.MEMBER),
          33);

  private static final String BY =
      "\"id\":\"m-1\",\"avatarUrl\":\"https://a/x.jpg\",\"timestamp\":1700000000,"
          + "\"authorName\":\"小明\",\"uid\":\"7\",\"privilegeType\":3,\"medalLevel\":21,"
          + "\"medalName\":\"喵\"";

  /** Says {@code event} and holds it against the command and data of the SDK's models. */
  private static void says(LiveEvent event, int command, String data) {
    JsonNode said = WsClient.parse(BlivechatMessages.of(event).orElseThrow());
    assertThat(said.path("cmd").asInt()).isEqualTo(command);
    assertThat(said.path("data")).isEqualTo(WsClient.parse(data));
    assertThat(said.path("extra"))
        .isEqualTo(
            WsClient.parse(
                "{\"roomId\":545068,\"roomKey\":{\"type\":1,\"value\":545068},"
                    + "\"isFromPlugin\":false}"));
  }

  @Test
  void aChatIsAnArrayOfEighteenSlots() {
    says(
        Chat.of(ORIGIN, USER, "你好"),
        50,
        "[\"https://a/x.jpg\",1700000000,\"小明\",1,\"你好\",3,0,33,0,1,21,\"m-1\",\"\",0,[],[],"
            + "\"7\",\"喵\"]");
    Chat sticker =
        new Chat(
            ORIGIN,
            User.of(null, "b"),
            "[笑]",
            Chat.Style.PLAIN,
            new Chat.Pictures(List.of(), "https://a/s.png"),
            null,
            0);
    says(
        sticker,
        50,
        "[\"\",1700000000,\"b\",0,\"[笑]\",0,0,1,0,1,0,\"m-1\",\"\",1,[\"https://a/s.png\"],[],"
            + "\"\",\"\"]");
  }

  @Test
  void aGiftCostsCoinsThatWerePaidOrFree() {
    Gift.Item item = new Gift.Item("31036", "小花花");
    says(
        new Gift(ORIGIN, USER, item, 3, null, Gift.Price.of(new Money(300, "CNY")), null),
        51,
        "{"
            + BY
            + ",\"giftName\":\"小花花\",\"giftId\":31036,\"giftIconUrl\":\"\",\"num\":3,"
            + "\"totalCoin\":300,\"totalFreeCoin\":0}");
    says(
        new Gift(
            ORIGIN,
            USER,
            item,
            1,
            null,
            Gift.Price.of(new Money(100_000, "bilibili:silver")),
            null),
        51,
        "{"
            + BY
            + ",\"giftName\":\"小花花\",\"giftId\":31036,\"giftIconUrl\":\"\",\"num\":1,"
            + "\"totalCoin\":0,\"totalFreeCoin\":100}");
  }

  @Test
  void aMembershipHasItsTierAndMonths() {
    says(
        new Membership(
            ORIGIN, USER, "2", "提督", Membership.Term.months(3), new Money(5_994_000, "CNY"), null),
        52,
        "{"
            + BY.replace("\"privilegeType\":3", "\"privilegeType\":2")
            + ",\"num\":3,\"unit\":\"月\",\"totalCoin\":5994000,\"total_coin\":5994000}");
  }

  @Test
  void aSuperChatIsPricedInYuanAndTakenBackById() {
    says(
        new SuperChat(ORIGIN, USER, "加油", new Money(30_000, "CNY"), 60),
        53,
        "{" + BY + ",\"price\":30,\"content\":\"加油\",\"translation\":\"\"}");
    says(new Retract(ORIGIN, null, List.of("m-1", "m-2")), 54, "{\"ids\":[\"m-1\",\"m-2\"]}");
  }

  @Test
  void aRoomComesAndGoes() {
    says(state(Connection.State.LIVE), 3, "{\"isSuccess\":true}");
    says(state(Connection.State.ENDED), 4, "{}");
    assertThat(BlivechatMessages.of(state(Connection.State.WAITING))).isEmpty();
  }

  private static Connection state(Connection.State state) {
    return new Connection(ORIGIN, state, null, 0, 0, 0, Connection.Health.NONE);
  }

  @Test
  void whatItHasNoWordForIsNotSaid() {
    assertThat(BlivechatMessages.of(new Notice(ORIGIN, null, "x"))).isEmpty();
    assertThat(BlivechatMessages.of(new Retract(ORIGIN, USER, List.of()))).isEmpty();
    Origin before = new Origin("bilibili", "1", "m", 1, 2, true, null);
    assertThat(BlivechatMessages.of(Chat.of(before, USER, "history"))).isEmpty();
  }

  @Test
  void aPluginIsGreetedAtItsUsualPathAndHears() throws Exception {
    OutputsConfig outputs = new OutputsConfig(null, new OutputsConfig.Blivechat(0));
    try (OutputHub hub = OutputHub.start(Hub.CONFIG, outputs)) {
      URI uri = URI.create("ws://127.0.0.1:" + hub.port() + "/api/plugin/websocket");
      try (WsClient plugin = WsClient.open(uri)) {
        plugin.await(() -> plugin.messages.size() == 1);
        assertThat(WsClient.parse(plugin.messages.get(0)))
            .isEqualTo(WsClient.parse(BlivechatMessages.INIT));
        plugin.send("{\"cmd\":0,\"data\":{}}").send("what it says is not heard");
        plugin.send("{\"cmd\":0,\"data\":{\"msg\":\"" + "x".repeat(20_000) + "\"}}");
        hub.say(1);
        plugin.await(() -> plugin.messages.size() == 2);
        assertThat(plugin.messages.get(1)).contains("\"cmd\":50", "\"m1\"");
      }
    }
  }
}
