package io.github.danmuhub.cli;

import io.github.danmuhub.config.HubConfigReader;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** {@code ./check pages}: the windows, empty, alive, full and attacked. */
@Tag("pages")
@TestInstance(Lifecycle.PER_CLASS)
class PageShotsTest {
  private final Shots shots;

  PageShotsTest() throws Exception {
    shots = new Shots();
  }

  @AfterAll
  void stop() {
    shots.close();
  }

  @Test
  void anEmptyHub() throws Exception {
    try (ShownHub hub = ShownHub.start(1)) {
      shots.take("empty", hub.page("/"), page -> page.sees("#simulate", ""));
    }
  }

  @Test
  void threeRooms() throws Exception {
    try (ShownHub hub = ShownHub.start(5).withRooms()) {
      hub.say(Said.unheard(Duration.ofMinutes(6), Duration.ofMinutes(3)));
      hub.say(Said.superChat("sc1", "半夜小熊", "主播生日快乐！猫猫今晚加餐吗", 1_000));
      hub.say(Said.superChat("sc2", "点赞侠", "第一次看到逗猫棒自己动", 100));
      shots.take(
          "rooms", hub.page("/"), page -> page.sees(".row.chat", "").sees("hub-chart canvas", ""));
    }
  }

  @Test
  void fiveHundredMessages() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1).withRooms()) {
      for (int i = 0; i < 500; i++) {
        hub.say(Said.chat("m" + i, "观众 " + i % 37, "第 " + i + " 条：" + "猫猫好可爱 ".repeat(i % 9)));
      }
      shots.take("full", hub.page("/"), page -> page.sees(".row.chat", "第 "));
    }
  }

  @Test
  void hostileMessages() throws Exception {
    try (ShownHub hub = ShownHub.start(0.05).withRooms()) {
      Said.hostile(hub.page("").toString()).forEach(hub::say);
      shots.take("hostile", hub.page("/"), page -> page.sees(".row.gift", ""));
    }
  }

  @Test
  void theSettingsOfOverlays() throws Exception {
    try (ShownHub hub = ShownHub.start(1)) {
      shots.take("settings", hub.page("/settings/overlay"), page -> page.sees("iframe", ""));
    }
  }

  @Test
  void aHubThatAsksForItsToken() throws Exception {
    String guarded = "server: {token: 0123456789abcdef0123456789abcdef}";
    try (ShownHub hub = ShownHub.of(HubConfigReader.parse("a test", guarded), 1)) {
      shots.expecting("401 (Unauthorized)");
      shots.take("sign-in", hub.page("/"), page -> page.sees("hub-sign-in input", ""));
    }
  }

  @Test
  void thePagesOfTheTutorials() throws Exception {
    try (ShownHub hub = ShownHub.start(1).withRooms()) {
      shots.take(
          "listens", hub.page("/examples/websocket.html"), page -> page.sees("#events li", ""));
      shots.take("talks", hub.page("/examples/talk.html"), page -> page.sees("#events li", ""));
    }
  }

  @Test
  void everyComponentInEveryState() throws Exception {
    try (ShownHub hub = ShownHub.start(1)) {
      shots.take("design", hub.page("/design"), page -> page.sees("hub-design hub-welcome h1", ""));
    }
  }
}
