package io.github.danmuhub.cli;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** {@code ./check pages}: every overlay in every look, with what is said and with what harms. */
@Tag("pages")
@TestInstance(Lifecycle.PER_CLASS)
class OverlayShotsTest {
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

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What crosses the picture is well on its way. */
  private static final String CROSSED =
      """
      const shots = [...document.querySelectorAll(".shot")];
      const left = Math.min(...shots.map((each) => each.getBoundingClientRect().left));
      return shots.length === 0 || left < innerWidth / 4;
      """;

  private final Shots shots;

  OverlayShotsTest() throws Exception {
    shots = new Shots();
  }

  @AfterAll
  void stop() {
    shots.close();
  }

  @Test
  void everyOverlayInEveryLook() throws Exception {
    try (ShownHub hub = ShownHub.start(1)) {
      for (String look : LOOKS) {
        for (Map.Entry<String, int[]> overlay : OVERLAYS.entrySet()) {
          String query = "?demo=1&avatars=1&lang=zh&look=" + look;
          shots.browser.forget().size(overlay.getValue()[0], overlay.getValue()[1]);
          shots.browser.open(hub.page("/overlay/" + overlay.getKey() + query)).sees("main *", "");
          await().atMost(PATIENCE).until(() -> shots.browser.ask(CROSSED).equals(true));
          shots.takeScene("overlay-" + overlay.getKey() + "-" + look);
        }
      }
    }
  }

  @Test
  void everyLookWithHostileMessages() throws Exception {
    try (ShownHub hub = ShownHub.start(1)) {
      for (String look : LOOKS) {
        for (String overlay : List.of("chat", "gifts", "danmaku", "ticker")) {
          shots.browser.forget().size(480, 600);
          shots.browser.open(hub.page("/overlay/" + overlay + "?lang=zh&look=" + look));
          shots.browser.listens();
          Said.hostile(hub.page("").toString()).forEach(hub::say);
          shots.browser.sees("main *", "");
          shots.takeScene("hostile-" + overlay + "-" + look);
        }
      }
    }
  }
}
