package io.github.danmuhub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.danmuhub.Python;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * The tutorial's server as it is, with a page of ours as its client. It knows one address; where
 * its port is taken, the test is skipped in words. No other test may listen there.
 */
class TutorialEchoTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void thePageHearsTheTutorialsServerAndTheServerPrintsWhatThePageSays() throws Exception {
    Path server = Seed.file("seed_004.py");
    ProcessBuilder python = new ProcessBuilder(Python.with("websockets"), "-u", server.toString());
    python.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    List<String> printed = new CopyOnWriteArrayList<>();
    try (Browser browser = Browser.start();
        ShownHub hub = ShownHub.start(0.1)) {
      Process seed = python.redirectErrorStream(true).start();
      Thread reader = new Thread(() -> read(seed, printed), "seed-004");
      reader.start();
      try {
        browser.open(hub.page("/examples/talk.html?url=ws://127.0.0.1:8080/"));
        await("hello world")
            .atMost(PATIENCE)
            .until(() -> browser.has("li", "hello world") || !seed.isAlive());
        if (!seed.isAlive()) {
          abort("the tutorial's server does not run here: " + printed);
        }
        browser.type("#words", "你好 from the page").click("#say button", "Send");
        await("what the server prints")
            .atMost(PATIENCE)
            .until(() -> printed.contains("你好 from the page"));
        browser.sees("li", "→");
        assertThat(printed).contains("你好 from the page");
      } finally {
        seed.destroyForcibly();
        reader.join();
      }
    }
  }

  @Test
  void withoutAnAddressThePageTalksToTheHubsEcho() throws Exception {
    try (Browser browser = Browser.start();
        ShownHub hub = ShownHub.start(0.1)) {
      browser.open(hub.page("/examples/talk.html")).sees("#state", "open: ws://");
      browser.type("#words", "<b>hi</b>").click("#say button", "Send");
      browser.sees("li", "←<b>hi</b>");
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.barriers()).isEmpty();
    }
  }

  private static void read(Process seed, List<String> printed) {
    try (BufferedReader out = seed.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        printed.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
