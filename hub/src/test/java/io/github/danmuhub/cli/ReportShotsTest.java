package io.github.danmuhub.cli;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.membership;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.room;
import static io.github.danmuhub.SampleEvents.superChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.record.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The report as it looks, opened from the disk: every width, light and dark, in both languages.
 * What a machine sees fails; the pictures, in {@code target/pages}, are for people.
 */
@Tag("pages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportShotsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("danmu.root", ".."), "hub", "target", "pages");
  private static final List<Integer> WIDTHS = List.of(360, 800, 1280, 1920);
  private static final List<String> THEMES = List.of("light", "dark");
  private static final long MINUTE = 60_000;
  private static final List<String> HOSTILE =
      List.of(
          "<img src=x onerror=\"window.hacked=1\">",
          "</title><script>window.hacked=1</script>",
          "</style><svg onload=\"window.hacked=1\">",
          "javascript:alert(1)",
          "\u202Eevil",
          "a\u0336".repeat(300),
          "长".repeat(10_000),
          "🎉".repeat(500),
          "x".repeat(2_000));

  private final Path dir;
  private Browser browser;

  ReportShotsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  void start() throws Exception {
    browser = Browser.start();
    Files.createDirectories(FOLDER);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private void shoot(String name, List<LiveEvent> events) throws Exception {
    Path recording = dir.resolve(name);
    try (Recorder recorder = Recorder.open(LogOptions.of(recording), e -> {})) {
      events.forEach(recorder);
    }
    for (String language : List.of("zh", "en")) {
      Path page = dir.resolve(name + "-" + language + ".html");
      Run run =
          Run.danmu("stats", recording.toString(), "--html", page.toString(), "--lang", language);
      assertThat(run.exit()).as(run.err()).isZero();
      for (int width : WIDTHS) {
        THEMES.forEach(theme -> look(page, width, theme, name + "-" + language));
      }
    }
  }

  private void look(Path page, int width, String theme, String name) {
    String shot = "report-%s-%d-%s".formatted(name, width, theme);
    browser.size(width, width < 800 ? 780 : width * 10 / 16);
    browser.complaints();
    browser.open(page.toUri());
    browser.ask("document.documentElement.dataset.theme = arguments[0]", theme);
    browser.fitsItsWidth(shot);
    assertThat(browser.barriers()).as(shot).isEmpty();
    assertThat(browser.complaints()).as(shot).isEmpty();
    assertThat(browser.ask("return window.hacked ?? 'no'")).as(shot).isEqualTo("no");
    try {
      Files.write(FOLDER.resolve(shot + ".png"), browser.wholePage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anEvening() throws Exception {
    List<LiveEvent> events = new ArrayList<>();
    events.add(room(0, "云逗猫 · 深夜陪伴"));
    for (int i = 0; i < 4_000; i++) {
      long at = i * 1_800L;
      if (i > 1_700 && i < 2_000) {
        continue; // not heard
      }
      events.add(chat(at, i * 37 % 211, "第 " + i % 50 + " 条，猫猫好可爱"));
      if (i % 20 == 0) {
        events.add(gift(at, i % 17, "小花花", 1 + i % 5, 100L * (1 + i % 90)));
      }
      if (i % 400 == 7) {
        events.add(superChat(at, i % 13, "主播生日快乐！猫猫今晚加餐吗", 30_000));
        events.add(membership(at, i % 11));
      }
      if (i == 2_000) {
        events.add(new Gap(origin(at), START + at - 9 * MINUTE, START + at, "connection lost"));
      }
    }
    shoot("evening", events);
  }

  @Test
  void hostileNamesAndTexts() throws Exception {
    List<LiveEvent> events = new ArrayList<>();
    int user = 0;
    for (String text : HOSTILE) {
      events.add(room(user, text));
      for (int i = 0; i < 5; i++) {
        events.add(chat(i * MINUTE, text, text));
      }
      events.add(gift(10 * MINUTE, ++user, text, 1, 1_000));
      events.add(superChat(11 * MINUTE, user, text, 50_000));
    }
    events.add(new Gap(origin(14 * MINUTE), START + 12 * MINUTE, START + 14 * MINUTE, "<b>"));
    shoot("hostile", events);
  }

  @Test
  void oneMessage() throws Exception {
    shoot("one", List.of(chat(0, 1, "x")));
  }
}
