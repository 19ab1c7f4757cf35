package io.github.danmuhub.cli;

import static org.awaitility.Awaitility.await;

import io.github.danmuhub.config.HubConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./check pages}: a hub with rules and devices, armed while all vote, and stopped. */
@Tag("pages")
class InteractionShotsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String DEVICES =
      """
      devices:
        cat-toy: {simulated: {port: %d}}
        lamp: {mqtt: {port: 1, topic: danmu/lamp}}
      """;
  private static final String RULES =
      """
      version: 1
      votes:
        toy: {window: 1h, options: {小球: ball, 激光笔: laser, 逗猫棒: wand}}
        hostile: {window: 1h, options: {"<img src=x onerror=alert(1)>": a, 很长的选项很长的选项很长的选项很长的选项: b}}
      rules:
        - {id: welcome, on: chat, when: {text: hello}, limit: {cooldown: 1h}, do: {overlay: "hi {user.name}"}}
        - {id: thanks-for-every-gift-that-somebody-gives, on: gift, do: {say: "谢谢 {user.name}"}}
        - {id: lights, on: super_chat, do: {overlay: 灯}}
      """;
  private static final String OPENED =
      """
      const rules = document.querySelector("hub-dashboard").shadowRoot.querySelector("hub-rules");
      rules.shadowRoot.querySelectorAll("details").forEach((each) => (each.open = true));
      """;

  @Test
  void armedWhileAllVoteAndStoppedWithFaults(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("rules.yaml"), RULES);
    int port = freePort();
    String config = "rules: '" + file + "'\n" + DEVICES.formatted(port);
    try (Shots shots = new Shots();
        ShownHub hub = ShownHub.of(HubConfigReader.parse("a test", config), 3).withRooms()) {
      arm(shots.browser, hub);
      vote(shots.browser, hub);
      shots.take("armed", hub.page("/"), page -> page.sees("hub-rules li", ""));
      shots.take(
          "toy",
          URI.create("http://127.0.0.1:" + port + "/"),
          page -> page.sees("#state[data-state=armed]", ""));
      shots.browser.open(hub.page("/?lang=en"));
      shots.browser.click("hub-interaction .stop", "").sees(".stopped", "");
      Files.writeString(file, RULES + "  - {id: b}\n  - {id: c, on: nothing, do: {say: x}}\n");
      shots.browser.sees("hub-rules .fault", "");
      shots.take(
          "stopped",
          hub.page("/"),
          page -> page.sees("hub-rules .fault", "").sees("hub-decisions", "").ask(OPENED));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void arm(Browser browser, ShownHub hub) {
    browser.size(1280, 900).open(hub.page("/?lang=en"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              browser.ask("fetch('/api/devices/cat-toy/arm', { method: 'POST' })");
              return browser.has("hub-interaction .device .armed", "");
            });
  }

  /** Again and again: what a busy machine hears too late is no vote. */
  private static void vote(Browser browser, ShownHub hub) {
    browser.ask("fetch('/api/votes/toy/start', { method: 'POST' })");
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              hub.say(Said.chat("a" + System.nanoTime(), "观众 " + System.nanoTime() % 9, "小球"));
              hub.say(Said.chat("b" + System.nanoTime(), "观众 " + System.nanoTime() % 5, "激光笔"));
              hub.say(Said.chat("c" + System.nanoTime(), "Ann", "hello"));
              return browser.has("hub-interaction .option", "3");
            });
  }
}
