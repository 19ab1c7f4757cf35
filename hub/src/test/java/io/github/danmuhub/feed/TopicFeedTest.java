package io.github.danmuhub.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.rpc.PageClient;
import io.github.danmuhub.rpc.RpcHub;
import io.github.danmuhub.server.WsClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a page decodes and says into a topic of a hub becomes events by a file of a few lines. */
class TopicFeedTest {
  private static final String FEED =
      """
      feed: 1
      id: decoded
      topic: {name: chat, hub: HUB}
      decode: [json]
      events:
        - {type: chat, text: $.value.say, user: $.value.who, id: $.value.n, time: $.time}
      """;

  @Test
  void whatAPageEmitsIsHeardAsEvents() throws Exception {
    try (RpcHub rpc = RpcHub.start("calls_per_page: 8");
        PageClient page = rpc.page("g", "tab", RpcHub::echo)) {
      String hub = rpc.socket("/").toString();
      List<LiveEvent> events = new CopyOnWriteArrayList<>();
      try (DanmuClient client =
          DanmuClient.builder(FeedReader.parse("decoded.yaml", FEED.replace("HUB", hub))).build()) {
        client.listen("test", events::add);
        client.open("decoded:main");
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> {
                  page.send(
                      "{\"op\":\"emit\",\"topic\":\"chat\",\"value\":{\"say\":\"你好\",\"who\":\"小明\",\"n\":7}}");
                  return events.stream().anyMatch(Chat.class::isInstance);
                });
      }
      Chat chat =
          events.stream()
              .filter(Chat.class::isInstance)
              .map(Chat.class::cast)
              .findFirst()
              .orElseThrow();
      assertThat(chat.text()).isEqualTo("你好");
      assertThat(Objects.requireNonNull(chat.user()).name()).isEqualTo("小明");
      assertThat(chat.origin().id()).isEqualTo("7");
      assertThat(chat.origin().time()).isPositive();
      assertThat(events.stream().filter(Chat.class::isInstance)).as("one id, one event").hasSize(1);
    }
  }

  /** What a page sends straight into the topic stands there as it is. */
  @Test
  void messagesThatNameNoValueAreReadAsTheyAre() throws Exception {
    try (RpcHub rpc = RpcHub.start("calls_per_page: 8");
        WsClient page = rpc.hub().socket("/ws/topic/chat")) {
      String feed =
          FEED.replace("HUB", rpc.socket("/").toString())
              .replace("decode: [json]", "decode: [json]\nmessages: $.value")
              .replace("$.value.", "$.");
      List<LiveEvent> events = new CopyOnWriteArrayList<>();
      try (DanmuClient client =
          DanmuClient.builder(FeedReader.parse("decoded.yaml", feed)).build()) {
        client.listen("test", events::add);
        client.open("decoded:main");
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> {
                  page.send("{\"say\":\"plain\",\"who\":\"小红\"}");
                  return events.stream()
                      .anyMatch(e -> e instanceof Chat chat && chat.text().equals("plain"));
                });
      }
    }
  }
}
