package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The pages, as somebody clicks through them. */
@TestInstance(Lifecycle.PER_CLASS)
class PagesInBrowserTest {
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
  void aRoomIsAddedByItsLinkAndTalks() throws Exception {
    try (ShownHub hub = ShownHub.start(20)) {
      browser.forget().size(1280, 900).open(hub.page("/?lang=en"));
      browser.sees("hub-welcome h1", "Which room").sees("#simulate", "simulated");
      browser
          .type("input[name=room]", "https://example.com/nothing")
          .click("form button.go", "Add");
      browser.sees("[role=alert]", "");
      browser.type("input[name=room]", "https://live.bilibili.com/545068?spm=1");
      browser.click("form button.go", "Add").sees("hub-room-list .title", "545068");
      browser.sees(".row.chat .who", "");
      assertThat(browser.barriers()).isEmpty();
      assertThat(browser.complaints()).allMatch(told -> told.contains("/api/rooms"), "the refusal");
    }
  }

  @Test
  void whatIsReadInOneWindowIsReadInTheOther() throws Exception {
    try (ShownHub hub = ShownHub.start(1).withRooms()) {
      String one = browser.open(hub.page("/?lang=en")).window();
      String other = browser.openBeside(hub.page("/?lang=zh"));
      hub.say(Said.superChat("sc1", "小熊", "hello there", 100));
      browser.sees("hub-super-chats li .text", "hello there");
      browser.show(one).sees("hub-super-chats li .text", "hello there");
      browser.click("li[data-name='bilibili:545068/sc1'] .tick", "");
      browser.sees("li.is-read .text", "hello there");
      browser.show(other).sees("li.is-read .text", "hello there");
      browser.closeAndShow(one);
    }
  }

  @Test
  void aSmallGiftIsTickedWhereItStandsInTheChat() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      String one = browser.open(hub.page("/?lang=en")).window();
      String other = browser.openBeside(hub.page("/?lang=zh"));
      hub.say(Said.gift("g1", "Ann", "flower", 1, 1));
      browser.hover(".row.gift", "flower").click(".row.gift .tick", "");
      browser.sees(".row.gift.read", "flower");
      browser.show(one).sees(".row.gift.read", "flower");
      browser.hover(".row.gift", "flower").click(".row.gift .tick", "");
      browser.counts(".row.read", 0);
      browser.show(other).closeAndShow(one);
      browser.counts(".row.read", 0);
    }
  }

  @Test
  void aComboHasACardOnceItIsWorthOne() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      browser.open(hub.page("/?lang=en"));
      for (int i = 1; i <= 12; i++) {
        hub.say(Said.combo("g" + i, "Ann", "flower", 1, 1));
      }
      browser.sees("hub-super-chats li .text", "flower ×12");
      assertThat(browser.count("hub-super-chats li.none")).isZero();
    }
  }

  @Test
  void theChatIsFilteredSearchedClearedAndBroughtBack() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      hub.say(Said.chat("m1", "Ann", "an apple"));
      browser.open(hub.page("/?lang=en"));
      hub.say(Said.chat("m2", "Bo", "a banana"));
      browser.sees(".row", "an apple").sees(".row", "a banana");
      browser.type("#search", "BANANA");
      browser.counts(".row", 1);
      browser.type("#search", "").sees(".row", "an apple");
      browser.click("#clear", "");
      browser.counts(".row", 0);
      browser.click("#undo", "").sees(".row", "an apple");
      browser.click("[data-kind=chat]", "");
      browser.counts(".row.chat", 0);
    }
  }

  @Test
  void aComboOfLargeGiftsIsOneCardThatCountsUpAndIsTicked() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      hub.say(Said.combo("g1", "Ann", "rocket", 1, 100));
      browser.open(hub.page("/?lang=en")).sees("hub-super-chats li .text", "rocket ×1");
      hub.say(Said.combo("g2", "Ann", "rocket", 2, 200));
      hub.say(Said.combo("g3", "Bo", "rocket", 1, 100));
      browser.sees("hub-super-chats li", "Bo");
      hub.say(Said.combo("g4", "Bo", "rocket", 4, 400));
      browser.sees("hub-super-chats li .text", "rocket ×5").sees("hub-super-chats li", "¥500");
      browser.click("li[data-name='bilibili:545068/g3'] .tick", "").sees("li.is-read", "Bo");
    }
  }

  @Test
  void olderMessagesAreReadFromTheHubAsOneScrollsBack() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1)) {
      for (int i = 1; i <= 1_500; i++) {
        hub.say(Said.chat("m" + i, "Ann", "number " + i + "."));
      }
      browser.open(hub.page("/?lang=en")).sees(".row", "number 1500.");
      assertThat(browser.has(".row", "number 1.")).isFalse();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> browser.scrollToTop("#lines").has(".row", "number 1."));
    }
  }

  @Test
  void aHubThatIsKilledComesBackWithNothingLostAndNothingDoubled() throws Exception {
    URI place;
    try (ShownHub hub = ShownHub.start(0.1)) {
      place = hub.page("/");
      hub.say(Said.chat("m1", "Ann", "before"));
      browser.open(hub.page("/?lang=en")).sees(".row", "before");
    }
    browser.sees("hub-line-strip [role=status]", "not there");
    try (ShownHub again = ShownHub.startAt(place, 0.1)) {
      again.say(Said.chat("m2", "Ann", "after"));
      browser.sees(".row", "after").sees(".row.gap", "missing");
      await()
          .during(Duration.ofMillis(500))
          .atMost(Duration.ofMinutes(1))
          .until(() -> browser.count(".row.chat") == 2 && !browser.has("hub-line-strip div", ""));
    }
  }

  @Test
  void aHostileMessageRunsNothingFetchesNothingAndBreaksNothing() throws Exception {
    try (ShownHub hub = ShownHub.start(0.1).withRooms()) {
      browser.forget().size(360, 800).open(hub.page("/?lang=zh")).sees("hub-room-list", "");
      Said.hostile(hub.page("").toString()).forEach(hub::say);
      browser.sees(".row.gift", "").sees(".row.super_chat", "");
      browser.fitsItsWidth("the dashboard");
      assertThat(browser.ask("return document.title")).isNotEqualTo("run");
      assertThat(browser.count("img")).isZero();
      assertThat(browser.complaints()).isEmpty();
      browser.sees("hub-figures .money", "万亿").isWhole("hub-figures .value");
      browser.size(1280, 900).open(hub.page("/?lang=en"));
      browser.sees("hub-figures .money", "tn").isWhole("hub-figures .value");
    }
  }
}
