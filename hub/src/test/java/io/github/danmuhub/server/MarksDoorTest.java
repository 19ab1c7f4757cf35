package io.github.danmuhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Retract;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.page.marks.MarksDoors;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is marked in one window is told to all of them. */
class MarksDoorTest {
  private final EventLog log = EventLog.inMemory(100, 1 << 20);
  private Hub hub;

  @BeforeEach
  void start() throws Exception {
    hub = Hub.start(Hub.CONFIG, new MarksDoors(() -> log).doors());
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private int post(String path, String body) throws Exception {
    return hub.send("POST", path, body).statusCode();
  }

  @Test
  void aReadTickReachesEveryWindowAndTheNextOneThatOpens() throws Exception {
    try (WsClient window = hub.socket("/ws/marks")) {
      window.await(() -> window.messages.size() == 1);
      assertThat(post("/api/marks", "{\"read\":[\"bilibili:1/a\",\"bilibili:1/b\"]}"))
          .isEqualTo(204);
      window.await(() -> window.messages.size() == 2);
      assertThat(window.messages.get(1)).contains("\"type\":\"read\"", "bilibili:1/a");
      assertThat(post("/api/marks", "{\"unread\":[\"bilibili:1/a\"]}")).isEqualTo(204);
      window.await(() -> window.messages.size() == 3);
    }
    assertThat(hub.get("/api/marks").body()).contains("\"read\":[\"bilibili:1/b\"]");
  }

  @Test
  void aFeaturedMessageIsShownUntilItIsClearedByAKeyWithoutABody() throws Exception {
    assertThat(post("/api/overlay/feature", "{\"type\":\"chat\",\"text\":\"hello\"}"))
        .isEqualTo(204);
    try (WsClient overlay = hub.socket("/ws/marks")) {
      overlay.await(() -> overlay.messages.size() == 1);
      assertThat(overlay.messages.get(0)).contains("\"featured\":{\"type\":\"chat\"");
      assertThat(post("/api/overlay/clear", "")).isEqualTo(204);
      overlay.await(() -> overlay.messages.size() == 2);
      assertThat(overlay.messages.get(1)).contains("\"type\":\"clear\"");
    }
    assertThat(hub.get("/api/marks").body()).doesNotContain("featured");
  }

  private void paid(String id, String text) {
    Origin origin = new Origin("bilibili", "1", id, 1, 1, false, null);
    Money thirty = new Money(30_000, "CNY");
    log.append(new SuperChat(origin, User.of("u", "u"), text, thirty, 60));
  }

  @Test
  void aKeyFeaturesTheNextMessageThatWasPaidAndThatNobodyHasTicked() throws Exception {
    paid("a", "first");
    paid("b", "second");
    paid("c", "taken back");
    paid("d", "last");
    log.append(
        new Retract(new Origin("bilibili", "1", "r", 1, 1, false, null), null, List.of("c")));
    assertThat(post("/api/marks", "{\"read\":[\"bilibili:1/a\"]}")).isEqualTo(204);
    assertThat(hub.send("POST", "/api/overlay/next", "").body()).contains("second");
    assertThat(hub.get("/api/overlay/next").body()).contains("last");
    assertThat(hub.get("/api/overlay/next").statusCode()).as("none is left").isEqualTo(204);
    assertThat(hub.get("/api/marks").body()).contains("bilibili:1/b", "bilibili:1/d", "\"last\"");
    assertThat(hub.get("/api/overlay/clear").statusCode()).isEqualTo(204);
    assertThat(hub.get("/api/marks").body()).doesNotContain("featured");
  }

  @Test
  void aLinkOnSomebodysPagePressesNoKey() throws Exception {
    paid("a", "first");
    assertThat(
            hub.get(
                    "/api/overlay/next",
                    "sec-fetch-site",
                    "cross-site",
                    "sec-fetch-mode",
                    "navigate")
                .statusCode())
        .isEqualTo(403);
    assertThat(hub.get("/api/marks").body()).doesNotContain("bilibili:1/a");
  }

  @Test
  void whatIsNoMarkIsRefused() throws Exception {
    assertThat(post("/api/marks", "{\"read\":\"x\"}")).isEqualTo(400);
    assertThat(post("/api/marks", "no json")).isEqualTo(400);
    assertThat(post("/api/marks", "{\"read\":[\"" + "x".repeat(301) + "\"]}")).isEqualTo(400);
    assertThat(post("/api/overlay/feature", "[]")).isEqualTo(400);
  }

  @Test
  void onlyTheNewestMarksAreKept() throws Exception {
    for (int hundred = 0; hundred < 110; hundred++) {
      int first = hundred * 100;
      String names =
          IntStream.range(first, first + 100)
              .mapToObj(i -> "\"r/" + i + "\"")
              .collect(Collectors.joining(","));
      assertThat(post("/api/marks", "{\"read\":[" + names + "]}")).isEqualTo(204);
    }
    assertThat(hub.get("/api/marks").body())
        .contains("\"r/10999\"", "\"r/1000\"")
        .doesNotContain("\"r/999\"");
  }
}
