package io.github.danmuhub.stats.html;

import io.github.danmuhub.stats.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was paid, by minute, in all, by whom and for what; each currency by itself. */
final class IncomePanels {
  private static final int SERIES = 4;

  private final Report.Income income;
  private final TimeAxis axis;
  private final Chart chart;
  private final Wording wording;

  IncomePanels(Report.Income income, TimeAxis axis, Chart chart, Wording wording) {
    this.income = income;
    this.axis = axis;
    this.chart = chart;
    this.wording = wording;
  }

  List<Markup> charts() {
    List<Markup> charts = new ArrayList<>();
    if (income.currency().isEmpty()) {
      return charts;
    }
    charts.add(
        chart.panel(
            wording.say("income.chart"),
            wording.currency(income.currency()),
            axis.perMinute(income.perMinute()),
            2,
            wording::amount,
            milli -> money(milli, income.currency())));
    int series = 2;
    for (Map.Entry<String, List<Long>> each : income.minutes().entrySet()) {
      String currency = each.getKey();
      charts.add(
          chart.panel(
              wording.say("income.sum"),
              money(income.totals().getOrDefault(currency, 0L), currency),
              axis.cumulative(each.getValue()),
              series,
              wording::amount,
              milli -> money(milli, currency)));
      series = series % SERIES + 1;
    }
    return charts;
  }

  private String money(double milli, String currency) {
    return wording.money(Math.round(milli), currency);
  }

  List<Markup> lists() {
    return List.of(memberships(), boxes(), givers(), gifts());
  }

  private Markup givers() {
    return Lists.panel(
        wording.say("givers"),
        "",
        income.givers(),
        Report.Person::name,
        Report.Person::amount,
        person -> wording.money(person.amount(), income.currency()));
  }

  /** Those of one currency: the bars compare. */
  private Markup gifts() {
    List<Report.GiftTotal> ofOne =
        income.gifts().stream().filter(gift -> income.currency().equals(gift.currency())).toList();
    List<Report.GiftTotal> shown = ofOne.isEmpty() ? income.gifts() : ofOne;
    return Lists.panel(
        wording.say("gifts"),
        wording.say("gifts.kinds", wording.number(income.gifts().size())),
        shown,
        gift -> gift.name() + " × " + wording.number(gift.count()),
        gift -> ofOne.isEmpty() ? gift.count() : gift.value(),
        gift -> gift.currency() == null ? "" : wording.money(gift.value(), gift.currency()));
  }

  private Markup memberships() {
    List<Map.Entry<String, Long>> levels =
        income.memberships().byName().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    return Lists.panel(
        wording.say("memberships"),
        wording.number(income.memberships().count()),
        levels,
        Map.Entry::getKey,
        Map.Entry::getValue,
        level -> wording.number(level.getValue()));
  }

  private Markup boxes() {
    Report.BlindBoxes boxes = income.boxes();
    if (boxes.opened() == 0) {
      return Markup.NONE;
    }
    return Lists.panel(
        wording.say("boxes"),
        wording.say(
            "boxes.note",
            wording.number(boxes.opened()),
            wording.money(boxes.paid(), "CNY"),
            wording.money(boxes.worth(), "CNY")),
        boxes.top(),
        box -> box.name() + " × " + wording.number(box.opened()),
        Report.Boxes::opened,
        box -> wording.money(box.profit(), "CNY"));
  }
}
