package io.github.danmuhub.stats;

import io.github.danmuhub.event.Gap;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report as a person reads it, in a terminal. */
final class ReportText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.systemDefault());
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int CURVE = 60;
  private static final int LONGEST_LIST = 10;

  private final Report report;
  private final PrintStream out;

  ReportText(Report report, PrintStream out) {
    this.report = report;
    this.out = out;
  }

  void print() {
    line("%s  %s", report.room(), printable(report.title()));
    line("%s, %s", TIME.format(Instant.ofEpochMilli(report.from())), span(report.durationMs()));
    highest();
    messages();
    speakers();
    income();
    superChats();
    memberships();
    quality();
  }

  private void highest() {
    if (!report.highest().isEmpty()) {
      String figures =
          report.highest().entrySet().stream()
              .map(figure -> figure.getKey() + " " + figure.getValue())
              .collect(Collectors.joining(", "));
      line("at most      %s", figures);
    }
  }

  private void messages() {
    long minutes = Math.max(1, report.perMinute().size());
    line("");
    line("messages     %d, %d a minute", report.messages(), report.messages() / minutes);
    line("             %s", curve(report.perMinute()));
    for (Report.Peak peak : report.peaks()) {
      line("  peak       %s  %d messages", span(peak.at() - report.from()), peak.messages());
    }
  }

  /** The minutes, gathered into at most {@link #CURVE} bars. */
  private static String curve(List<Integer> minutes) {
    int each = Math.max(1, (minutes.size() + CURVE - 1) / CURVE);
    int highest = 1;
    for (int from = 0; from < minutes.size(); from += each) {
      highest = Math.max(highest, sum(minutes, from, each));
    }
    StringBuilder bars = new StringBuilder();
    for (int from = 0; from < minutes.size(); from += each) {
      long height = (long) sum(minutes, from, each) * (BARS.length() - 1) / highest;
      bars.append(BARS.charAt((int) height));
    }
    return bars.toString();
  }

  private static int sum(List<Integer> minutes, int from, int count) {
    int to = Math.min(minutes.size(), from + count);
    return minutes.subList(from, to).stream().mapToInt(Integer::intValue).sum();
  }

  private void speakers() {
    Report.Speakers speakers = report.speakers();
    String known =
        speakers.newcomers() < 0
            ? " (no index: who is new is not known)"
            : ", %d new, %d returning".formatted(speakers.newcomers(), speakers.returning());
    line("");
    line("speakers     %d%s", speakers.distinct(), known);
    speakers.top().forEach(person -> line("%12d  %s", person.amount(), printable(person.name())));
  }

  private void income() {
    line("");
    line("income       %s", report.income().isEmpty() ? "none" : incomes());
    for (Report.Person giver : report.topGifters()) {
      line("%12s  %s", money(giver.amount(), report.currency()), printable(giver.name()));
    }
    for (Report.GiftTotal gift : first(report.byGift())) {
      String value = gift.currency() == null ? "" : money(gift.value(), gift.currency());
      line("  gift       %s ×%d  %s", printable(gift.name()), gift.count(), value);
    }
  }

  private static <T> List<T> first(List<T> list) {
    return list.subList(0, Math.min(LONGEST_LIST, list.size()));
  }

  private String incomes() {
    return report.income().entrySet().stream()
        .map(sum -> money(sum.getValue(), sum.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String money(long milli, @Nullable String currency) {
    String units = BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
    return units + " " + currency;
  }

  private void superChats() {
    line("super chats  %d", report.superChats().size());
    for (Report.SuperChatLine chat : first(report.superChats())) {
      String paid = money(chat.value().milli(), chat.value().currency());
      String when = span(chat.at() - report.from());
      line("  %s  %s  %s: %s", when, paid, printable(chat.name()), printable(chat.text()));
    }
  }

  private void memberships() {
    line("memberships  %d", report.memberships().count());
    report.memberships().byName().forEach((name, n) -> line("%12d  %s", n, printable(name)));
  }

  private void quality() {
    Report.Quality quality = report.quality();
    line("");
    line(
        "data         %d gaps, %s in all; %d reconnects, %d dropped, %d unknown, %d malformed",
        quality.gaps().size(),
        span(quality.gapMs()),
        quality.reconnects(),
        quality.dropped(),
        quality.unknown(),
        quality.malformed());
    for (Gap gap : first(quality.gaps())) {
      String when = span(Math.max(0, gap.from() - report.from()));
      line("  gap        %s  for %s: %s", when, span(gap.to() - gap.from()), printable(gap.why()));
    }
    line("             %s", quality.lines().words());
  }

  private static String span(long ms) {
    long seconds = ms / 1000;
    return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** Names are the viewers' to choose: nothing in them commands the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more dependency
  private void line(String format, Object... values) {
    out.println(values.length == 0 ? format : format.formatted(values));
  }
}
