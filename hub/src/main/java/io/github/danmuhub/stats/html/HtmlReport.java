package io.github.danmuhub.stats.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.stats.Report;
import io.github.danmuhub.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A {@link Report} as one HTML file. */
public final class HtmlReport {
  /** The first is what the pages of the hub look like too. */
  private static final List<String> STYLES =
      List.of("/io/github/danmuhub/page/tokens.css", "charts.css", "report.css");

  private static final int SUPER_CHATS = 100;
  private static final int GAPS = 100;

  private final Report report;
  private final Wording wording;
  private final IncomePanels income;
  private final Chart chart;
  private final TimeAxis axis;

  private HtmlReport(Report report, Words words, ZoneId zone) {
    this.report = report;
    this.wording = new Wording(words, zone);
    this.axis = TimeAxis.of(report.subject().from(), report.subject().to());
    this.chart = new Chart(axis, report.quality().gaps(), wording);
    this.income = new IncomePanels(report.income(), axis, chart, wording);
  }

  /**
   * The whole page.
   *
   * @param words in the reader's language
   * @param zone of the reader's times
   */
  public static String of(Report report, Words words, ZoneId zone) throws IOException {
    return new HtmlReport(report, words, zone).page().html();
  }

  private Markup page() throws IOException {
    return Markup.of(
        """
        <!doctype html>
        <html lang="{}" data-ground="window">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>{}</title>
        <style>
        {}</style>
        </head>
        <body>
        <svg width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6"
        patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" class="hatch"/></pattern></defs></svg>
        <main>
        {}
        </main>
        </body>
        </html>
        """,
        wording.language(),
        heading() + " · " + wording.day(report.subject().from()),
        styles(),
        Markup.join(parts()));
  }

  private static Markup styles() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String style : STYLES) {
      all.append(resource(style));
    }
    return new Markup(all.toString());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private String heading() {
    return report.subject().title().isBlank()
        ? report.subject().room().toString()
        : report.subject().title();
  }

  private List<Markup> parts() {
    List<Markup> parts = new ArrayList<>();
    parts.add(head());
    parts.add(new Cards(report, wording).all());
    parts.add(messages());
    parts.addAll(income.charts());
    parts.add(new RetentionPanel(report.retention(), axis, wording).panel());
    List<Markup> lists = new ArrayList<>(List.of(speakers()));
    lists.addAll(income.lists());
    parts.add(Markup.of("<div class=\"lists\">{}</div>", Markup.join(lists)));
    parts.add(
        Lists.words(wording.say("words"), wording.say("words.note"), report.messages().words()));
    parts.add(superChats());
    parts.add(new QualityPanel(report, wording, GAPS).panel());
    return parts;
  }

  private Markup head() {
    return Markup.of(
        "<header><h1><bdi>{}</bdi></h1><p>{} · {} {}–{} · {}</p></header>",
        heading(),
        report.subject().room(),
        wording.day(report.subject().from()),
        wording.minute(report.subject().from()),
        wording.minute(report.subject().to()),
        wording.span(report.subject().durationMs()));
  }

  private Markup messages() {
    double[] values = axis.perMinute(report.messages().perMinute());
    String note =
        report.messages().peaks().isEmpty()
            ? ""
            : wording.say(
                "messages.peak",
                wording.number(report.messages().peaks().get(0).messages()),
                wording.minute(report.messages().peaks().get(0).at()));
    return chart.panel(
        wording.say("messages.chart"), note, values, 1, wording::number, wording::number);
  }

  private Markup speakers() {
    return Lists.panel(
        wording.say("speakers.top"),
        wording.say("speakers.note", wording.number(report.speakers().distinct())),
        report.speakers().top(),
        Report.Person::name,
        Report.Person::amount,
        person -> wording.number(person.amount()));
  }

  private Markup superChats() {
    Report.SuperChats all = report.income().superChats();
    if (all.first().isEmpty()) {
      return Markup.NONE;
    }
    List<Markup> rows = new ArrayList<>();
    for (Report.SuperChatLine line :
        all.first().subList(0, Math.min(SUPER_CHATS, all.first().size()))) {
      rows.add(
          Markup.of(
              "<li><time>{}</time><b>{}</b><p><bdi class=\"who\">{}</bdi><bdi>{}</bdi></p></li>",
              wording.minute(line.at()),
              wording.money(line.value().milli(), line.value().currency()),
              line.name(),
              line.text()));
    }
    return Markup.of(
        "<section class=\"panel wide\"><h2>{}<span>{}</span></h2><ol class=\"said\">{}</ol></section>",
        wording.say("super_chats"),
        wording.number(all.count()),
        Markup.join(rows));
  }
}
