package io.github.danmuhub.stats.html;

import io.github.danmuhub.stats.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who stays: of all, and by the minute in which they were first seen. */
final class RetentionPanel {
  private static final int HEIGHT = 200;

  private final Report.Retention retention;
  private final TimeAxis axis;
  private final Wording wording;

  RetentionPanel(Report.Retention retention, TimeAxis axis, Wording wording) {
    this.retention = retention;
    this.axis = axis;
    this.wording = wording;
  }

  Markup panel() {
    if (retention.cohorts().isEmpty()) {
      return Markup.NONE;
    }
    return Markup.of(
        "<section class=\"panel wide\"><h2>{}<span>{}</span></h2><div class=\"stay\">"
            + "<ul class=\"rings\">{}</ul>{}</div><p class=\"note\">{}</p></section>",
        wording.say("retention"),
        wording.say("retention.note"),
        Markup.join(retention.later().stream().map(this::ring).toList()),
        cohorts(),
        wording.say("retention.cohorts"));
  }

  private Markup ring(Report.Retained later) {
    double share = later.viewers() == 0 ? 0 : later.again() / (double) later.viewers();
    String figure = later.viewers() == 0 ? "–" : wording.percent(share);
    return Markup.of(
        "<li><svg viewBox=\"0 0 36 36\" aria-hidden=\"true\"><circle class=\"all\" cx=\"18\" cy=\"18\""
            + " r=\"15.9\"/><circle class=\"some\" cx=\"18\" cy=\"18\" r=\"15.9\" pathLength=\"100\""
            + " stroke-dasharray=\"{} 100\"/></svg><strong>{}</strong><span>{}</span>"
            + "<small>{}</small></li>",
        String.format(Locale.ROOT, "%.1f", share * 100),
        figure,
        wording.say("retention.later", later.minutes()),
        wording.say(
            "retention.of", wording.number(later.again()), wording.number(later.viewers())));
  }

  /** Two bars in each place: who came, and before it who was seen again five minutes later. */
  private Markup cohorts() {
    double[] came = new double[axis.bins()];
    double[] stayed = new double[axis.bins()];
    for (Report.Cohort cohort : retention.cohorts()) {
      int bin = Math.min(came.length - 1, cohort.minute() / axis.each());
      came[bin] += cohort.viewers();
      stayed[bin] += Math.max(0, cohort.again().get(0));
    }
    Scale scale = Scale.of(came);
    double width = 1_000.0 / came.length;
    List<Markup> bars = new ArrayList<>();
    for (int i = 0; i < came.length; i++) {
      if (came[i] > 0) {
        bars.add(bar("came", i, width, scale.share(came[i]), hint(i, came[i], stayed[i])));
        bars.add(bar("stayed", i, width, scale.share(stayed[i]), hint(i, came[i], stayed[i])));
      }
    }
    return Markup.of(
        "<div class=\"chart s3\"><div class=\"y\"><i>{}</i><i>{}</i><i>0</i></div>"
            + "<div class=\"plot\"><svg viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\""
            + " role=\"img\" aria-label=\"{}\"><path class=\"grid\""
            + " d=\"M0 .5H1000M0 100H1000M0 199.5H1000\"/>{}</svg></div><div class=\"x\">{}</div></div>",
        wording.number(scale.top()),
        wording.number(scale.top() / 2),
        wording.say("retention"),
        Markup.join(bars),
        Markup.join(
            axis.labels().stream().map(at -> Markup.of("<i>{}</i>", wording.minute(at))).toList()));
  }

  private String hint(int bin, double came, double stayed) {
    return wording.minute(axis.start(bin))
        + "  "
        + wording.say("retention.of", wording.number(stayed), wording.number(came));
  }

  private static Markup bar(String kind, int bin, double width, double share, String hint) {
    double height = share * HEIGHT;
    return Markup.of(
        "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>",
        kind,
        decimal(bin * width),
        decimal(HEIGHT - height),
        decimal(Math.max(0.6, width * 0.86)),
        decimal(height),
        hint);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
