package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a streamer shows: overlays, made in the settings, as rooms speak. */
@TestInstance(Lifecycle.PER_CLASS)
class OverlaysInBrowserTest {
  private static final List<String> OVERLAYS =
      List.of("chat", "gifts", "danmaku", "ticker", "battle");
  private static final List<String> LOOKS =
      List.of("outline", "bubble", "card", "classic", "terminal");

  private Browser browser;

  @BeforeAll
  void start() {
    browser = Browser.start();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void anOverlayIsMadeInTheSettingsAndShowsWhatIsSaid() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.forget().size(1280, 900).open(hub.page("/settings/overlay?lang=en"));
      browser.click("input[value=card]", "").sees("iframe", "");
      String address = (String) browser.value("#address");
      assertThat(address).endsWith("/overlay/chat?look=card");
      assertThat(browser.barriers()).isEmpty();
      browser.click("#shorten", "").sees("#short", "");
      assertThat((String) browser.value("#short")).matches(".*/o/[2-9a-z]{7}");
      browser.open(URI.create((String) browser.value("#short")));
      assertThat(browser.ask("return location.href")).isEqualTo(address);
      browser.sees("body[data-look=card] main.lines", "").listens();
      hub.say(Said.chat("m1", "Ann", "hello overlay"));
      browser.sees(".line .text", "hello overlay");
      hub.say(Said.chat("m2", "Bo", "hello overlay"));
      browser.sees(".line .count", "×2");
      assertThat(browser.count(".line")).isEqualTo(1);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void whatTheDashboardFeaturesIsOnTheOverlayUntilItIsCleared() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.open(hub.page("/?lang=en"));
      hub.say(Said.superChat("sc1", "Ann", "look at this", 100));
      browser.click("hub-super-chats li button", "Feature").sees("hub-toast span", "overlays");
      browser.open(hub.page("/overlay/chat?lang=en")).sees(".featured .text", "look at this");
      browser.ask("fetch('/api/overlay/clear', { method: 'POST' })");
      browser.counts(".featured .line", 0);
    }
  }

  @Test
  void whatIsPaidHasThePlatformsColourAndElseThatOfItsPrice() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.open(hub.page("/overlay/ticker")).listens();
      hub.say(Said.superChat("sc1", "Ann", 30, 0x7A2E8F));
      hub.say(Said.superChat("sc2", "Bo", 30, 0xFFE0B0));
      hub.say(Said.superChat("sc3", "Cy", "", 30));
      assertThat(inkOf("Ann")).isEqualTo("#7a2e8f #ffffff");
      assertThat(inkOf("Bo")).isEqualTo("#ffe0b0 #28231c");
      assertThat(inkOf("Cy")).isEqualTo("#2a60b2 #ffffff");
      hub.say(Said.takenBack("sc2"));
      browser.counts(".card", 2);
      assertThat(browser.has(".card", "Bo")).isFalse();
    }
  }

  /** The colours of somebody's card: its ground and its ink. */
  private Object inkOf(String name) {
    browser.sees(".card", name);
    return browser.ask(
        """
        const card = [...document.querySelectorAll(".card")]
          .find((each) => each.textContent.includes(arguments[0]));
        return ["--tier", "--tier-ink"].map((each) => card.style.getPropertyValue(each)).join(" ");
        """,
        name);
  }

  @Test
  void aHostileMessageHarmsNoOverlay() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      for (String overlay : List.of("chat?avatars=1", "gifts", "danmaku", "ticker")) {
        browser.forget().size(480, 600).open(hub.page("/overlay/" + overlay));
        browser.listens();
        Said.hostile(hub.page("").toString()).forEach(hub::say);
        browser.sees("main *", "");
        browser.fitsItsWidth(overlay);
        assertThat(browser.ask("return document.title")).isNotEqualTo("run");
        assertThat(browser.count("img")).isZero();
        assertThat(browser.complaints()).as(overlay).isEmpty();
      }
      browser.size(1280, 900);
    }
  }

  @Test
  void whatBlivechatExportsIsTakenOverAndWhatItIsNotIsSaid() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.open(hub.page("/settings/overlay?lang=en"));
      browser.choose("#import", "no address");
      browser.sees("hub-toast span", "neither an address nor JSON");
      browser.choose(
          "#import",
          """
          {"minGiftPrice": 0.1, "maxNumber": 60, "blockKeywords": "one\\ntwo", "showGift": false}\
          """);
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat((String) browser.value("#address"))
                      .contains("value=0.1", "lines=60", "words=one%2Ctwo", "gifts=0"));
    }
  }

  @Test
  void manyWhoGiveTheSameAtOnceAreOneLineThatCounts() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.open(hub.page("/overlay/gifts?lang=en&smooth=0")).listens();
      for (int i = 1; i <= 9; i++) {
        hub.say(Said.gift("g" + i, "giver " + i, "heart", 2, 1));
      }
      browser.sees(".line .name", "giver 4 and others (6)").sees(".line .text", "heart ×12");
      assertThat(browser.count(".line")).isEqualTo(4);
      hub.say(Said.gift("g10", "giver 1", "heart", 1, 1));
      browser.sees(".line .text", "heart ×3");
      assertThat(browser.count(".line")).isEqualTo(4);
    }
  }

  @Test
  void namesAreSaidAsTheUserOrTheNameItselfTells() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.open(hub.page("/overlay/chat")).sees("main.lines", "");
      assertThat(said("小熊")).isEqualTo("xiǎo xióng zh-CN");
      assertThat(said("★ 半夜小熊 ★")).isEqualTo("半夜小熊 zh-CN");
      assertThat(said("小明（しょうめい）")).isEqualTo("しょうめい ja-JP");
      assertThat(said("Zoë_99")).isEqualTo("Zoë 99 en-GB");
      assertThat(said("🐱🐱")).isEqualTo("🐱🐱 en-GB");
    }
  }

  private Object said(String name) {
    return browser.askModule(
        "overlay/said.js",
        """
        const { words, lang } = module.said(args[0], module.readings("小熊=xiǎo xióng,x"), "en-GB");
        return words + " " + lang;
        """,
        name);
  }

  @Test
  void everyOverlayInEveryLookStandsUnderItsPolicyWithTheNetworkOff() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.forget().size(800, 600);
      for (String overlay : OVERLAYS) {
        for (String look : LOOKS) {
          browser.open(hub.page("/overlay/" + overlay + "?demo=1&avatars=1&look=" + look));
          browser.sees("main *", "").fitsItsWidth(overlay + " " + look);
          assertThat(browser.complaints()).as(overlay + " " + look).isEmpty();
        }
      }
      browser.size(1280, 900);
    }
  }
}
