package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.config.OutputsConfig;
import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Notice;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import io.github.danmuhub.server.dialect.BarrageGrabMessages;
import io.github.danmuhub.stream.EventStream;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What games that were written for DouyinBarrageGrab hear. */
class BarrageGrabTest {
  private static final Origin ORIGIN =
      new Origin("douyin", "80017709309", "7345", 1, 2, false, null);

  private static JsonNode message(LiveEvent event) {
    return WsClient.parse(BarrageGrabMessages.of(event).orElseThrow());
  }

  private static JsonNode data(LiveEvent event) {
    return WsClient.parse(message(event).path("Data").asText());
  }

  @Test
  void aGiftCarriesItsIncreaseItsRunAndThePriceOfOne() {
    Gift gift =
        new Gift(
            ORIGIN,
            User.of("11", "a"),
            new Gift.Item("463", "小心心"),
            3,
            new Gift.Combo("99", 8, false),
            Gift.Price.of(new Money(3_000, "douyin:diamond")),
            null);
    assertThat(message(gift).path("Type").asInt()).isEqualTo(5);
    assertThat(message(gift).path("ProcessName").asText()).isEqualTo("danmu");
    JsonNode data = data(gift);
    assertThat(data.path("GiftCount").asLong()).isEqualTo(3);
    assertThat(data.path("RepeatCount").asLong()).isEqualTo(8);
    assertThat(data.path("DiamondCount").asLong()).isEqualTo(1);
    assertThat(data.path("GroupId").asLong()).isEqualTo(99);
    assertThat(data.path("MsgId").asLong()).isEqualTo(7345);
    assertThat(data.path("User").path("Id").asLong()).isEqualTo(11);
    assertThat(data.path("WebRoomId").asLong()).isEqualTo(80017709309L);
  }

  @Test
  void whatItHasNoWordForIsNotSaid() {
    assertThat(BarrageGrabMessages.of(new Notice(ORIGIN, null, "x"))).isEmpty();
    assertThat(BarrageGrabMessages.of(new Broadcast(ORIGIN, Broadcast.State.LIVE))).isEmpty();
    assertThat(message(new Broadcast(ORIGIN, Broadcast.State.OFFLINE)).path("Type").asInt())
        .isEqualTo(9);
  }

  @Test
  void aGameHearsItOnItsOwnPort() throws Exception {
    OutputsConfig outputs = new OutputsConfig(new OutputsConfig.BarrageGrab(0), null);
    try (OutputHub hub = OutputHub.start(Hub.CONFIG, outputs);
        WsClient game = WsClient.open(URI.create("ws://127.0.0.1:" + hub.port() + "/"))) {
      game.await(
          () -> {
            hub.say(1);
            return !game.messages.isEmpty();
          });
      JsonNode message = WsClient.parse(game.messages.get(0));
      assertThat(message.path("Type").asInt()).isEqualTo(1);
      assertThat(WsClient.parse(message.path("Data").asText()).path("Content").asText())
          .isEqualTo("m1");
    }
  }

  @Test
  void itIsOffUnlessItIsNamed() {
    try (EventStream events = new EventStream()) {
      assertThat(OutputPart.all(OutputsConfig.NONE, () -> fail("not asked"), events)).isEmpty();
    }
  }
}
