package io.github.danmuhub.stats.html;

import static io.github.danmuhub.SampleEvents.START;
import static io.github.danmuhub.SampleEvents.broadcast;
import static io.github.danmuhub.SampleEvents.chat;
import static io.github.danmuhub.SampleEvents.gift;
import static io.github.danmuhub.SampleEvents.membership;
import static io.github.danmuhub.SampleEvents.origin;
import static io.github.danmuhub.SampleEvents.room;
import static io.github.danmuhub.SampleEvents.superChat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Recording;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.stats.Report;
import io.github.danmuhub.stats.Statistics;
import io.github.danmuhub.text.Language;
import io.github.danmuhub.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as a page. */
class HtmlReportTest {
  private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z0-9!]+)([^<>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"[^\"]*\"");
  private static final Set<String> TAGS =
      Set.of(
          "html", "head", "meta", "title", "style", "body", "main", "header", "section", "div",
          "h1", "h2", "p", "span", "strong", "small", "b", "i", "bdi", "ol", "ul", "li", "time",
          "svg", "defs", "pattern", "path", "rect", "circle");
  private static final List<String> HOSTILE =
      List.of(
          "<img src=x onerror=alert(1)>",
          "</title><script>alert(1)</script>",
          "</style><svg onload=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "' style='x",
          "javascript:alert(1)",
          "&lt;script&gt;",
          "\u202Eevil\u0000\u001b[2J",
          "a\u0336".repeat(300),
          "长".repeat(10_000));

  private final Path dir;

  HtmlReportTest(@TempDir Path dir) {
    this.dir = dir;
  }

  private Report report(List<LiveEvent> events) throws IOException {
    Path file = dir.resolve("events.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (LiveEvent event : events) {
        out.write(EventWriter.write(new Numbered(0, event)));
        out.write('\n');
      }
    }
    return Statistics.of(Recording.open(file), Selection.ALL, 10, Progress.NONE);
  }

  private String page(List<LiveEvent> events) throws IOException {
    return HtmlReport.of(report(events), Words.ENGLISH, ZoneOffset.UTC);
  }

  private static List<LiveEvent> evening() {
    return List.of(
        room(0, "晚上好"),
        broadcast(0, State.LIVE),
        chat(1_000, 1, "hello"),
        chat(2_000, 2, "hello"),
        chat(61_000, 1, "hello"),
        gift(70_000, 3, "小花花", 5, 500),
        superChat(80_000, 3, "加油", 30_000),
        membership(90_000, 5),
        new Gap(origin(170_000), START + 100_000, START + 170_000, "reset"),
        chat(6 * 60_000, 1, "后来"));
  }

  @Test
  void itTellsWhatTheReportTells() throws Exception {
    assertThat(page(evening()))
        .contains("<h1><bdi>晚上好</bdi></h1>", "bilibili:545068 · 2026-11-21 08:00–08:06 · 0:06:00")
        .contains("<strong>4</strong><small>0.7 a minute</small>", "<strong>228.5 CNY</strong>")
        .contains("Messages a minute", "Income in all", "Who stays", "after 5 min")
        .contains("08:01–08:02 not heard: reset", "1 gaps, 0:01:10 in all")
        .contains("<bdi>hello</bdi><small>3</small>", "小花花 × 5", "<bdi>加油</bdi>");
  }

  @Test
  void itSpeaksChineseToo() throws Exception {
    String page =
        HtmlReport.of(report(evening()), Words.of(Language.CHINESE), ZoneOffset.ofHours(8));
    assertThat(page)
        .contains("<html lang=\"zh\"", "每分钟弹幕", "谁留下来", "228.5 元", "16:00–16:06")
        .doesNotContain("report.");
  }

  @Test
  void nothingAViewerWritesIsMoreThanText() throws Exception {
    List<LiveEvent> events = new ArrayList<>();
    int user = 0;
    for (String text : HOSTILE) {
      events.add(room(0, text));
      for (int i = 0; i < 4; i++) {
        events.add(chat(1_000, text, text));
      }
      events.add(gift(2_000, ++user, text, 1, 100));
      events.add(superChat(3_000, user, text, 30_000));
    }
    events.add(new Gap(origin(9_000), START + 5_000, START + 9_000, HOSTILE.get(0)));
    String page = page(events);
    String body = page.substring(page.indexOf("</style>"));
    assertThat(tags(page)).isSubsetOf(TAGS);
    assertThat(attributes(body)).doesNotContain("src", "href", "onerror", "onload", "onmouseover");
    assertThat(page).doesNotContain("<script", "<img", "\u0000", "\u001b", "\u202E");
    assertThat(body).contains("&lt;img src=x onerror=alert(1)&gt;");
  }

  private static Set<String> tags(String page) {
    return TAG.matcher(page.replace("<!doctype html>", ""))
        .results()
        .map(tag -> tag.group(1).replace("/", ""))
        .collect(Collectors.toSet());
  }

  private static Set<String> attributes(String body) {
    return TAG.matcher(body)
        .results()
        .flatMap(tag -> ATTRIBUTE.matcher(tag.group(2)).results())
        .map((MatchResult attribute) -> attribute.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void itNeedsNoNetworkAndRunsNoScript() throws Exception {
    assertThat(page(evening()))
        .contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
        .doesNotContain("http://", "https://", "@import", "<script", "<link");
  }

  @Test
  void aRoomOfWhichNothingIsKnownHasAPageAllTheSame() throws Exception {
    String page = page(List.of(new Gap(origin(60_000), START, START + 60_000, "reset")));
    assertThat(page).contains("<h1><bdi>bilibili:545068</bdi></h1>", "<strong>0 %</strong>");
    assertThat(page(List.of(chat(0, 1, "x")))).contains("<strong>1</strong>");
  }

  @Test
  void aLongRecordingIsASmallPage() throws Exception {
    List<LiveEvent> events = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      events.add(chat(i * 600L, i % 3_000, "text " + i % 500));
    }
    assertThat(page(events).length()).isLessThan(200_000);
  }
}
