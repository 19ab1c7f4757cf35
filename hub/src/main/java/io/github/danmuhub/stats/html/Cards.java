package io.github.danmuhub.stats.html;

import io.github.danmuhub.stats.Report;
import java.util.ArrayList;
import java.util.List;

/** The figures at the top. */
final class Cards {
  private static final double MINUTE_MS = 60_000;

  private final Report report;
  private final Wording wording;

  Cards(Report report, Wording wording) {
    this.report = report;
    this.wording = wording;
  }

  Markup all() {
    List<Markup> cards = new ArrayList<>();
    double minutes = Math.max(1, report.subject().durationMs() / MINUTE_MS);
    cards.add(
        card(
            "messages",
            wording.number(report.messages().count()),
            wording.say(
                "card.rate", wording.number(rounded(report.messages().count() / minutes)))));
    cards.add(speakers());
    cards.add(income());
    Long online = report.subject().highest().get("online");
    if (online != null) {
      cards.add(card("online", wording.number(online), wording.say("card.most")));
    }
    cards.add(heard());
    return Markup.of("<section class=\"cards\">{}</section>", Markup.join(cards));
  }

  private static double rounded(double rate) {
    return rate < 10 ? Math.round(rate * 10) / 10.0 : Math.round(rate);
  }

  private Markup card(String key, String figure, String note) {
    return Markup.of(
        "<div class=\"card\"><span>{}</span><strong>{}</strong><small>{}</small></div>",
        wording.say("card." + key),
        figure,
        note);
  }

  private Markup speakers() {
    Report.Speakers speakers = report.speakers();
    String note =
        speakers.newcomers() < 0
            ? ""
            : wording.say("card.new", wording.number(speakers.newcomers()));
    return card("speakers", wording.number(speakers.distinct()), note);
  }

  private Markup income() {
    Report.Income income = report.income();
    String main =
        income.currency().isEmpty()
            ? "0"
            : wording.money(income.totals().getOrDefault(income.currency(), 0L), income.currency());
    String others =
        income.totals().entrySet().stream()
            .filter(total -> !total.getKey().equals(income.currency()))
            .map(total -> wording.money(total.getValue(), total.getKey()))
            .reduce((a, b) -> a + " · " + b)
            .orElse("");
    return card("income", main, others);
  }

  /** How much of the time was heard: no figure is better than this one. */
  private Markup heard() {
    long all = Math.max(1, report.subject().durationMs());
    long missed = Math.min(all, report.quality().gapMs());
    String figure =
        missed > 0 && missed * 200 < all ? "> 99 %" : wording.percent(1 - missed / (double) all);
    return card("heard", figure, wording.say("card.gaps", wording.span(missed)));
  }
}
