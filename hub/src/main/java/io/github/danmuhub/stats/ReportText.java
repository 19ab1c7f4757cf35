package io.github.danmuhub.stats;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.text.Cells;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.text.Reasons;
import io.github.danmuhub.text.Words;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as a person reads it, in a terminal of {@value #COLUMNS} columns. */
final class ReportText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());
  private static final int COLUMNS = 80;

  /** Of what stands left of the names. */
  private static final int AMOUNT = 11;

  private static final int LONGEST_LIST = 10;

  private final Report report;
  private final PrintStream out;
  private final Words words;
  private final DecimalFormat number =
      new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));

  /** A line of a list: how much, and of what. */
  private record Row(String amount, String what) {}

  ReportText(Report report, PrintStream out, Words words) {
    this.report = report;
    this.out = out;
    this.words = words;
  }

  void print() {
    line(report.subject().room() + "  " + report.subject().title());
    String began = TIME.format(Instant.ofEpochMilli(report.subject().from()));
    line(words.say("stats.time", began, span(report.subject().durationMs())));
    messages();
    speakers();
    income();
    superChats();
    memberships();
    boxes();
    retention();
    quality();
  }

  private void messages() {
    section("messages", "stats.rate", number.format(report.messages().count()), perMinute());
    curve(report.messages().perMinute());
    List<Row> rows = new ArrayList<>();
    for (Report.Peak peak : report.messages().peaks()) {
      String when = span(peak.at() - report.subject().from());
      rows.add(new Row(number.format(peak.messages()), words.say("stats.peak", when)));
    }
    report
        .subject()
        .highest()
        .forEach((figure, n) -> rows.add(new Row(number.format(n), highest(figure))));
    rows(rows);
  }

  private String highest(String figure) {
    String name = words.find("figure." + figure).orElse(figure);
    return words.say("stats.highest", name);
  }

  /** Below ten with a decimal,so that few do not look like none. */
  private String perMinute() {
    double minutes = Math.max(1, report.subject().durationMs() / (double) Minutes.MINUTE_MS);
    double each = report.messages().count() / minutes;
    return number.format(each < 10 ? Math.round(each * 10) / 10.0 : Math.round(each));
  }

  private void speakers() {
    Report.Speakers speakers = report.speakers();
    String all = number.format(speakers.distinct());
    if (speakers.newcomers() < 0) {
      section("speakers", "stats.unindexed", all);
    } else {
      String known = speakers.unknown() > 0 ? "stats.known-partly" : "stats.known";
      section(
          "speakers", known, all, speakers.newcomers(), speakers.returning(), speakers.unknown());
    }
    rows(speakers.top().stream().map(p -> new Row(number.format(p.amount()), p.name())).toList());
  }

  private void income() {
    section("income", report.income().totals().isEmpty() ? words.say("stats.none") : incomes());
    curve(report.income().perMinute());
    rows(
        report.income().givers().stream()
            .map(giver -> new Row(money(giver.amount(), report.income().currency()), giver.name()))
            .toList());
    if (!report.income().gifts().isEmpty()) {
      section("gifts", words.say(Phrase.count(report.income().gifts().size(), "kind")));
      rows(first(report.income().gifts()).map(this::row).toList());
    }
  }

  private Row row(Report.GiftTotal gift) {
    String value = gift.currency() == null ? "" : money(gift.value(), gift.currency());
    return new Row(value, gift.name() + " × " + number.format(gift.count()));
  }

  private String incomes() {
    return report.income().totals().entrySet().stream()
        .map(sum -> money(sum.getValue(), sum.getKey()))
        .collect(Collectors.joining(", "));
  }

  private String money(long milli, String currency) {
    String amount = number.format(BigDecimal.valueOf(milli, 3));
    return words
        .find("money." + currency.replace(':', '.'), amount)
        .orElseGet(() -> amount + " " + currency.substring(currency.indexOf(':') + 1));
  }

  private void superChats() {
    section("super-chats", number.format(report.income().superChats().count()));
    rows(first(report.income().superChats().first()).map(this::row).toList());
  }

  private Row row(Report.SuperChatLine chat) {
    return new Row(
        money(chat.value().milli(), chat.value().currency()),
        span(chat.at() - report.subject().from()) + "  " + chat.name() + ": " + chat.text());
  }

  private void memberships() {
    section("memberships", number.format(report.income().memberships().count()));
    rows(
        report.income().memberships().byName().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(LONGEST_LIST)
            .map(level -> new Row(number.format(level.getValue()), level.getKey()))
            .toList());
  }

  private void boxes() {
    Report.BlindBoxes boxes = report.income().boxes();
    if (boxes.opened() == 0) {
      return;
    }
    section(
        "blind-boxes",
        "stats.boxes",
        number.format(boxes.opened()),
        yuan(boxes.paid()),
        yuan(boxes.worth()));
    rows(
        first(boxes.top())
            .map(each -> new Row(yuan(each.profit()), each.name() + " × " + each.opened()))
            .toList());
  }

  private String yuan(long milli) {
    return money(milli, "CNY");
  }

  private void retention() {
    List<Row> rows =
        report.retention().later().stream()
            .filter(each -> each.viewers() > 0)
            .map(this::row)
            .toList();
    if (!rows.isEmpty()) {
      section("retention", words.say("stats.retention"));
      rows(rows);
    }
  }

  private Row row(Report.Retained retained) {
    long percent = Math.round(100.0 * retained.again() / retained.viewers());
    return new Row(
        percent + " %",
        words.say(
            "stats.retained",
            retained.minutes(),
            number.format(retained.again()),
            number.format(retained.viewers())));
  }

  private void quality() {
    Report.Quality quality = report.quality();
    List<Gap> gaps = quality.gaps();
    section("data", "stats.gaps", Phrase.count(gaps.size(), "gap"), span(quality.gapMs()));
    under(
        words.say(
            "stats.troubles",
            Phrase.count(quality.reconnects(), "reconnect"),
            quality.dropped(),
            quality.unknown(),
            quality.malformed()));
    under(words.say(quality.lines().words()));
    rows(first(quality.clockJumps()).map(this::row).toList());
    rows(first(gaps).map(this::row).toList());
  }

  private Row row(Report.ClockJump jump) {
    String way = jump.byMs() < 0 ? "stats.clock-back" : "stats.clock-forward";
    String when = span(jump.at() - report.subject().from());
    return new Row(span(Math.abs(jump.byMs())), words.say(way, when));
  }

  private Row row(Gap gap) {
    String when = span(Math.max(0, gap.from() - report.subject().from()));
    return new Row(
        span(gap.to() - gap.from()), words.say("stats.gap", when, Reasons.gap(gap.why())));
  }

  private void section(String name, String key, Object first, Object... others) {
    List<Object> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(others));
    section(name, words.say(new Phrase(key, all)));
  }

  private void section(String name, String figures) {
    String title = words.say("stats.of." + name);
    out.println();
    line(title + " ".repeat(Math.max(1, AMOUNT + 2 - Cells.width(title))) + figures);
  }

  private void curve(List<? extends Number> minutes) {
    if (!minutes.isEmpty()) {
      under(Curve.of(minutes));
    }
  }

  /** Our own words are not cut off. */
  private void under(String words) {
    out.println(" ".repeat(AMOUNT + 2) + Printable.line(words));
  }

  /** A list, the amounts under each other. */
  private void rows(List<Row> rows) {
    int width = rows.stream().mapToInt(row -> Cells.width(row.amount)).max().orElse(0);
    for (Row row : rows) {
      line(Cells.alignRight(row.amount, Math.max(AMOUNT, width)) + "  " + row.what);
    }
  }

  private static <T> Stream<T> first(List<T> list) {
    return list.stream().limit(LONGEST_LIST);
  }

  private static String span(long ms) {
    long seconds = ms / 1000;
    return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** Names are the viewers' to choose: nothing in them commands the terminal, or is too long. */
  private void line(String text) {
    out.println(Cells.fit(Printable.line(text), COLUMNS).stripTrailing());
  }
}
