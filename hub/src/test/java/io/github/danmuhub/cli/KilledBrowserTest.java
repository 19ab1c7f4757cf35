package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.rpc.tab.StrictPage;
import io.github.danmuhub.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a program leaves no Chromium behind after the next start. */
@Tag("load")
class KilledBrowserTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final Path dir;

  KilledBrowserTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  static void needsABrowser() {
    assumeTrue(BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
  }

  /** The profiles are kept in a folder of this test's. */
  private Child danmu(String name, String... words) throws Exception {
    Path logs = Files.createDirectories(dir.resolve(name));
    return Child.danmu(logs, Map.of("XDG_CACHE_HOME", dir.resolve("cache").toString()), words);
  }

  /** Kills the program when its browser is at work, and starts a hub that needs no browser. */
  private void killAndStartAgain(Child child, BooleanSupplier works) throws Exception {
    await()
        .atMost(LONG)
        .untilAsserted(() -> assertThat(works.getAsBoolean()).as(child.err()).isTrue());
    List<ProcessHandle> left = browser();
    assertThat(left).isNotEmpty();
    child.kill();
    assertThat(left).as("a browser does not end with us").anyMatch(ProcessHandle::isAlive);
    try (Child next = danmu("next", "serve", "--port", "0")) {
      next.awaitOut("ready ");
      next.awaitErr("ended a Chromium that a killed danmu had left behind");
      await().atMost(LONG).untilAsserted(() -> assertThat(left).noneMatch(ProcessHandle::isAlive));
      assertThat(browser()).isEmpty();
      assertThat(dir.resolve("cache/danmu/browsers")).isEmptyDirectory();
    }
  }

  /** All processes of the launched browser: it, and what it has started. */
  private List<ProcessHandle> browser() {
    return ProcessHandle.allProcesses()
        .filter(this::isOurs)
        .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
        .distinct()
        .toList();
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().arguments().stream()
        .flatMap(Stream::of)
        .anyMatch(word -> word.startsWith("--user-data-dir=" + dir));
  }

  @Test
  void aCapture() throws Exception {
    try (Simulator simulator = Hosted.scripted(20, PagedRooms.ROOM);
        Child child = danmu("first", "capture", simulator.uri() + "/80017709309")) {
      killAndStartAgain(child, () -> child.out().contains("#1 ←"));
    }
  }

  @Test
  void aHubWithARoomThroughItsPage() throws Exception {
    Path config =
        Files.writeString(
            dir.resolve("danmu.yaml"),
            "rooms: ['%s']\nplatforms: {douyin: {source: browser}}\n".formatted(PagedRooms.ROOM));
    try (Simulator simulator = Hosted.scripted(20, PagedRooms.ROOM);
        Child child =
            danmu(
                "first",
                "serve",
                "--port",
                "0",
                "--config",
                config.toString(),
                "--simulator",
                simulator.uri().toString())) {
      killAndStartAgain(
          child,
          () ->
              simulator.tallies().containsKey("douyin")
                  && simulator.tallies().get("douyin").containsKey("handshakes accepted"));
    }
  }

  @Test
  void aHubThatCallsATab() throws Exception {
    try (StrictPage site = new StrictPage()) {
      Path script = Files.writeString(dir.resolve("page.js"), "danmuRpc().on('one', () => 1);");
      Path config =
          Files.writeString(
              dir.resolve("danmu.yaml"),
              "rpc: {tabs: [{url: '%s', group: strict, script: '%s'}]}\n"
                  .formatted(site.url(), script));
      try (Child child = danmu("first", "serve", "--port", "0", "--config", config.toString())) {
        killAndStartAgain(child, () -> child.out().contains("ready "));
      }
    }
  }
}
