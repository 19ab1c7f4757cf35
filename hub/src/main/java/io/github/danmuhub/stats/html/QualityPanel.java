package io.github.danmuhub.stats.html;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.stats.Report;
import io.github.danmuhub.text.Reasons;
import java.util.ArrayList;
import java.util.List;

/** How good the data is, which all the rest depends on. */
final class QualityPanel {
  private final Report report;
  private final Wording wording;
  private final int most;

  /**
   * @param most gaps that are listed
   */
  QualityPanel(Report report, Wording wording, int most) {
    this.report = report;
    this.wording = wording;
    this.most = most;
  }

  Markup panel() {
    Report.Quality quality = report.quality();
    List<Gap> gaps = quality.gaps();
    List<Markup> rows = new ArrayList<>();
    for (Gap gap : gaps.subList(0, Math.min(most, gaps.size()))) {
      rows.add(
          Markup.of(
              "<li><time>{}–{}</time><b>{}</b><p><bdi>{}</bdi></p></li>",
              wording.minute(gap.from()),
              wording.minute(gap.to()),
              wording.span(gap.to() - gap.from()),
              wording.say(Reasons.gap(gap.why()))));
    }
    return Markup.of(
        "<section class=\"panel wide\"><h2>{}<span>{}</span></h2><p class=\"note\">{}</p>"
            + "<ol class=\"said\">{}</ol></section>",
        wording.say("quality"),
        wording.say("quality.gaps", wording.number(gaps.size()), wording.span(quality.gapMs())),
        figures(quality),
        Markup.join(rows));
  }

  private String figures(Report.Quality quality) {
    List<String> figures = new ArrayList<>();
    figures.add(wording.say("quality.reconnects", wording.number(quality.reconnects())));
    figures.add(wording.say("quality.dropped", wording.number(quality.dropped())));
    figures.add(wording.say("quality.unknown", wording.number(quality.unknown())));
    figures.add(wording.say("quality.malformed", wording.number(quality.malformed())));
    figures.add(wording.say("quality.missing", wording.number(quality.lines().missing())));
    if (!quality.clockJumps().isEmpty()) {
      figures.add(wording.say("quality.jumps", wording.number(quality.clockJumps().size())));
    }
    if (!quality.lines().clean()) {
      figures.add(wording.say(quality.lines().words()));
    }
    return String.join(" · ", figures);
  }
}
