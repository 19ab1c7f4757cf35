package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * {@code ./check pages}: every page in every size, language and light, for a person to look at, in
 * {@code hub/target/pages}; what a machine sees (too wide, moved, unreadable, told by the console)
 * it says itself.
 */
@Tag("pages")
@TestInstance(Lifecycle.PER_CLASS)
class PageShotsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("danmu.root", ".."), "hub", "target", "pages");
  private static final int[] WIDTHS = {360, 800, 1280, 1920};
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final List<String> THEMES = List.of("light", "dark");
  private static final List<String> LOOKS =
      List.of("outline", "bubble", "card", "classic", "terminal");
  private static final Map<String, int[]> OVERLAYS =
      Map.of(
          "chat", new int[] {480, 700},
          "gifts", new int[] {480, 400},
          "danmaku", new int[] {960, 540},
          "ticker", new int[] {1_200, 80},
          "battle", new int[] {800, 120},
          "vote", new int[] {480, 260},
          "show", new int[] {800, 450});
  private static final double MOVED = 0.1;

  private Browser browser;
  private final List<String> found = new ArrayList<>();

  @BeforeAll
  void start() throws IOException {
    browser = Browser.start();
    Files.createDirectories(FOLDER);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** What there must be before a picture is taken. */
  private interface Ready {
    void await(Browser browser);
  }

  private void shoot(String name, URI page, Ready ready) throws IOException {
    found.clear();
    for (int width : WIDTHS) {
      for (String language : LANGUAGES) {
        for (String theme : THEMES) {
          String query = "?lang=" + language + "&theme=" + theme;
          String shot = "%s-%d-%s-%s".formatted(name, width, language, theme);
          browser.size(width, width < 800 ? 780 : width * 10 / 16);
          browser.complaints();
          browser.open(page.resolve(page.getPath() + query));
          ready.await(browser);
          look(shot);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private void look(String shot) throws IOException {
    browser.fitsItsWidth(shot);
    if (browser.measures().shift() > MOVED) {
      found.add(shot + ": moved by " + browser.measures().shift());
    }
    browser.barriers().forEach(barrier -> found.add(shot + ": " + barrier));
    browser.complaints().forEach(complaint -> found.add(shot + ": " + complaint));
    Files.write(FOLDER.resolve(shot + ".png"), browser.screenshot());
  }

  @Test
  void anEmptyHub() throws Exception {
    try (ShownHub hub = ShownHub.start(1)) {
      shoot("empty", hub.page("/"), page -> page.sees("#simulate", ""));
    }
  }

  @Test
  void threeRooms() throws Exception {
    try (ShownHub hub = ShownHub.start(5).withRooms()) {
      hub.say(Said.superChat("sc1", "半夜小熊", "主播生日快乐！猫猫今晚加餐吗", 1_000));
      hub.say(Said.superChat("sc2", "点赞侠", "第一次看到逗猫棒自己动", 100));
      shoot(
          "rooms", hub.page("/"), page -> page.sees(".row.chat", "").sees("hub-chart canvas", ""));
    }
  }

  @Test
  void fiveHundredMessages() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1).withRooms()) {
      for (int i = 0; i < 500; i++) {
        hub.say(Said.chat("m" + i, "观众 " + i % 37, "第 " + i + " 条：" + "猫猫好可爱 ".repeat(i % 9)));
      }
      shoot("full", hub.page("/"), page -> page.sees(".row.chat", "第 "));
    }
  }

  @Test
  void hostileMessages() throws Exception {
    try (ShownHub hub = ShownHub.start(1).withRooms()) {
      Said.hostile(hub.page("").toString()).forEach(hub::say);
      shoot("hostile", hub.page("/"), page -> page.sees(".row.gift", ""));
    }
  }

  @Test
  void theSettingsOfOverlays() throws Exception {
    try (ShownHub hub = ShownHub.start(1)) {
      shoot("settings", hub.page("/settings/overlay"), page -> page.sees("iframe", ""));
    }
  }

  /** Overlays as OBS shows them, on a ground like a game's. */
  @Test
  void everyOverlayInEveryLook() throws Exception {
    found.clear();
    try (ShownHub hub = ShownHub.start(1)) {
      for (String look : LOOKS) {
        for (Map.Entry<String, int[]> overlay : OVERLAYS.entrySet()) {
          String query = "?demo=1&avatars=1&lang=zh&look=" + look;
          browser.forget().size(overlay.getValue()[0], overlay.getValue()[1]);
          browser.open(hub.page("/overlay/" + overlay.getKey() + query)).sees("main *", "");
          lookAtScene("overlay-" + overlay.getKey() + "-" + look);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyLookWithHostileMessages() throws Exception {
    found.clear();
    try (ShownHub hub = ShownHub.start(1)) {
      for (String look : LOOKS) {
        for (String overlay : List.of("chat", "gifts", "danmaku", "ticker")) {
          browser.forget().size(480, 600);
          browser.open(hub.page("/overlay/" + overlay + "?lang=zh&look=" + look));
          browser.sees("main", "");
          Said.hostile(hub.page("").toString()).forEach(hub::say);
          browser.sees("main *", "");
          lookAtScene("hostile-" + overlay + "-" + look);
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private void lookAtScene(String shot) throws IOException {
    browser.settles();
    browser.fitsItsWidth(shot);
    browser.complaints().forEach(complaint -> found.add(shot + ": " + complaint));
    browser.ask(
        "document.documentElement.style.background ="
            + " 'radial-gradient(120% 90% at 80% 0, #7f5a83 0, #32405f 45%, #101624 100%)'");
    Files.write(FOLDER.resolve(shot + ".png"), browser.screenshot());
  }

  @Test
  void everyComponentInEveryState() throws Exception {
    try (ShownHub hub = ShownHub.start(1)) {
      shoot("design", hub.page("/design"), page -> page.sees("hub-design hub-welcome h1", ""));
    }
  }
}
