package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.danmuhub.config.HubConfig;
import io.github.danmuhub.config.HubConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Rules, votes and devices, as a person handles them on the pages. */
@TestInstance(Lifecycle.PER_CLASS)
class RulesInBrowserTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String RULES =
      """
      version: 1
      votes: {toy: {window: 1h, options: {红: red, 蓝: blue}}}
      rules:
        - {id: hi, on: chat, when: {text: hello}, limit: {cooldown: 1h}, do: {overlay: "hi {user.name}"}}
      """;

  private final Path file;
  private final ShownHub hub;
  private final Browser browser;

  RulesInBrowserTest(@TempDir Path dir) throws Exception {
    browser = Browser.start();
    file = Files.writeString(dir.resolve("rules.yaml"), RULES);
    hub = ShownHub.of(config("rules: '" + file + "'"), 0.1);
  }

  /** A toy that is there, and one whose broker is not. */
  private static HubConfig config(String rules) {
    return HubConfigReader.parse(
        "a test",
        rules
            + """

            devices:
              near: {simulated: {port: 0}}
              far: {mqtt: {port: 1, topic: danmu/far}}
            """);
  }

  @BeforeAll
  void start() {
    hub.say(Said.chat("m0", "Ann", "somebody is here"));
    browser.size(1280, 900).open(hub.page("/?lang=en"));
  }

  @AfterAll
  void stop() {
    browser.close();
    hub.close();
  }

  /** Again and again: what a busy machine hears too late sets off nothing. */
  private void saysUntil(String text, String selector, String seen) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              hub.say(Said.chat("s" + System.nanoTime(), "Ann", text));
              return browser.has(selector, seen);
            });
  }

  @Test
  void aRuleIsTriedAndItsCooldownResetByHand() {
    browser.click("hub-rules li[data-rule=hi] button", "Reset");
    await().atMost(PATIENCE).until(() -> !browser.has("hub-rules li", "cools down"));
    browser.click("hub-rule-try button.go", "").sees("hub-rule-try .no_match", "");
    browser.type("hub-rule-try input[name=text]", "hello");
    browser.click("hub-rule-try button.go", "").sees("hub-rule-try .why", "overlay: hi 小明");
    saysUntil("hello", "hub-rules li[data-rule=hi]", "cools down");
    browser.sees("hub-decisions .fired", "").sees("hub-decisions .why", "Ann");
    browser.click("hub-rule-try button.go", "").sees("hub-rule-try .cooldown", "");
    browser.click("hub-rules li[data-rule=hi] button", "Reset");
    await().atMost(PATIENCE).until(() -> !browser.has("hub-rules li", "cools down"));
    browser.click("hub-rule-try button.go", "").sees("hub-rule-try .dry_run", "");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aFaultOfTheFileStandsBelowItsLine() throws Exception {
    Files.writeString(file, RULES + "  - {id: b}\n");
    browser.sees("hub-rule-text p", "line 5").sees("hub-rules .fault", "goes on");
    Files.writeString(file, RULES);
    await().atMost(PATIENCE).until(() -> !browser.has("hub-rules .fault", ""));
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void whatIsStoppedAndSilentAsksForItsPlugUntilItIsReleased() {
    browser.click("hub-interaction .stop", "");
    browser.sees("hub-interaction .stopped", "").sees("hub-interaction .plug", "pull the plug");
    await().atMost(PATIENCE).until(() -> browser.count("hub-interaction .plug") == 1);
    browser.click("hub-interaction .device button", "Release");
    await().atMost(PATIENCE).until(() -> browser.count("hub-interaction .device .disarmed") == 1);
    browser.click("hub-interaction .device button", "Release");
    await().atMost(PATIENCE).until(() -> browser.count("hub-interaction .device .disarmed") == 2);
    assertThat(browser.count("hub-interaction .plug")).isZero();
  }

  @Test
  void aVoteIsOpenedAndEveryoneSeesItStand() throws Exception {
    String dashboard = browser.window();
    browser.click("hub-interaction .vote button", "Start").sees(".vote", "0 voters");
    browser.openBeside(hub.page("/overlay/vote?lang=en"));
    saysUntil("红", ".voters", "1 voters");
    browser.sees(".vote.open .option .count", "1");
    assertThat(browser.complaints()).isEmpty();
    browser.closeAndShow(dashboard);
    browser.sees("hub-interaction .vote", "1 voters").click(".vote button", "End now");
    browser.sees("hub-interaction .vote", "closed");
  }

  @Test
  void whatARuleShowsIsOnTheOverlay() throws Exception {
    String dashboard = browser.window();
    browser.openBeside(hub.page("/overlay/show?lang=en"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              browser.ask("fetch('/api/rules/hi/cooldown/reset', { method: 'POST' })");
              hub.say(Said.chat("s" + System.nanoTime(), "Bo", "hello"));
              return browser.has(".show .text", "hi Bo");
            });
    assertThat(browser.complaints()).isEmpty();
    browser.closeAndShow(dashboard);
  }
}
