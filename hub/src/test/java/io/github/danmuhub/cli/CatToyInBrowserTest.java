package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo's dashboard and cat room, as somebody stops, releases, arms, watches and stops again.
 */
@Tag("load")
class CatToyInBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern ADDRESS = Pattern.compile("(dashboard|cat room) (http://[^ /\\s]+)");
  private static final String DEVICE = "hub-interaction .device ";

  @TempDir Path dir = Path.of("");

  private static URI address(Child demo, String what) {
    demo.awaitErr(what + " http");
    Matcher found = ADDRESS.matcher(demo.err());
    while (found.find()) {
      if (found.group(1).equals(what)) {
        return URI.create(found.group(2));
      }
    }
    throw new AssertionError(demo.err());
  }

  /** As the toy's page shows it. */
  private static boolean moves(Browser room) {
    Object text =
        room.ask(
            "return ['laser', 'ball', 'wand']"
                + ".map((id) => document.getElementById(id).textContent).join('|')");
    return !"off|still|still".equals(text);
  }

  @Test
  void armsSeesTheVoteMoveTheToyAndStopsIt() throws Exception {
    try (Browser browser = Browser.start();
        Child demo = Child.danmu(dir, "demo", "--no-open", "--rate", "20", "--for", "5m")) {
      URI dashboard = address(demo, "dashboard").resolve("/?lang=en");
      URI cat = address(demo, "cat room");
      String hub = browser.size(1280, 900).open(dashboard).window();
      browser.sees(DEVICE + ".armed", "");
      browser.click("hub-interaction .stop", "").sees(DEVICE + ".stopped", "");
      browser.click(DEVICE + "button", "").sees(DEVICE + ".disarmed", "");
      browser.click(DEVICE + "button", "").sees(DEVICE + ".armed", "");
      browser.sees("hub-interaction .option", "小球");
      String room = browser.openBeside(cat);
      await().atMost(PATIENCE).until(() -> moves(browser));
      browser.show(hub).click("hub-interaction .stop", "").sees(DEVICE + ".stopped", "");
      browser.show(room).sees("#state", "Stopped");
      await().atMost(PATIENCE).until(() -> !moves(browser));
      await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> !moves(browser));
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
