package io.github.danmuhub.stats.html;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.text.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * One chart over the time of the report: steps that fill, with what was not heard hatched. The plot
 * stretches with the page; what is written stands beside it, and does not.
 */
final class Chart {
  private static final int WIDTH = 1_000;
  private static final int HEIGHT = 200;

  private final TimeAxis axis;
  private final List<Gap> gaps;
  private final Wording wording;

  /**
   * @param gaps when the room was not heard
   */
  Chart(TimeAxis axis, List<Gap> gaps, Wording wording) {
    this.axis = axis;
    this.gaps = List.copyOf(gaps);
    this.wording = wording;
  }

  /**
   * A panel.
   *
   * @param values of each bin
   * @param series the number of its colour
   * @param height how a value is written beside the plot
   * @param told how it is told whoever points at it
   */
  Markup panel(
      String title,
      String note,
      double[] values,
      int series,
      DoubleFunction<String> height,
      DoubleFunction<String> told) {
    Scale scale = Scale.of(values);
    return Markup.of(
        "<section class=\"panel wide\"><h2>{}<span>{}</span></h2>"
            + "<div class=\"chart s{}\">{}<div class=\"plot\">{}</div>{}</div></section>",
        title,
        note,
        series,
        heights(scale, height),
        plot(title, values, scale, told),
        times());
  }

  private static Markup heights(Scale scale, DoubleFunction<String> told) {
    return Markup.of(
        "<div class=\"y\"><i>{}</i><i>{}</i><i>0</i></div>",
        told.apply(scale.top()),
        told.apply(scale.top() / 2));
  }

  private Markup times() {
    List<Markup> labels = new ArrayList<>();
    for (long at : axis.labels()) {
      labels.add(Markup.of("<i>{}</i>", wording.minute(at)));
    }
    return Markup.of("<div class=\"x\">{}</div>", Markup.join(labels));
  }

  private Markup plot(String title, double[] values, Scale scale, DoubleFunction<String> told) {
    return Markup.of(
        "<svg viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">"
            + "<path class=\"grid\" d=\"M0 .5H1000M0 100H1000M0 199.5H1000\"/>{}"
            + "<path class=\"area\" d=\"{}\"/><path class=\"edge\" d=\"{}\"/>{}</svg>",
        title,
        hatched(),
        area(values, scale),
        edge(values, scale),
        hints(values, told));
  }

  private Markup hatched() {
    List<Markup> bands = new ArrayList<>();
    for (Gap gap : gaps) {
      double left = axis.place(gap.from()) * WIDTH;
      double width = Math.max(2, axis.place(gap.to()) * WIDTH - left);
      bands.add(
          Markup.of(
              "<rect class=\"gap\" x=\"{}\" y=\"0\" width=\"{}\" height=\"200\">"
                  + "<title>{}</title></rect>",
              short1(left),
              short1(width),
              wording.say(
                  "gap",
                  wording.minute(gap.from()),
                  wording.minute(gap.to()),
                  Reasons.gap(gap.why()))));
    }
    return Markup.join(bands);
  }

  /** From the ground, step by step, back to the ground. */
  private static String area(double[] values, Scale scale) {
    return "M0 " + HEIGHT + steps(values, scale) + "V" + HEIGHT + "Z";
  }

  /** Without what was not heard. */
  private String edge(double[] values, Scale scale) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < values.length; i++) {
      boolean heard = values[i] > 0 || !isInGap(i);
      if (heard) {
        String left = drawing ? "V" : "M" + short1(i * (double) WIDTH / values.length) + " ";
        path.append(left).append(short1(height(values[i], scale)));
        path.append('H').append(short1((i + 1.0) * WIDTH / values.length));
      }
      drawing = heard;
    }
    return path.toString();
  }

  private boolean isInGap(int bin) {
    long from = axis.start(bin);
    long to = axis.start(bin + 1);
    return gaps.stream().anyMatch(gap -> gap.from() <= from && gap.to() >= to);
  }

  private static String steps(double[] values, Scale scale) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      path.append('V').append(short1(height(values[i], scale)));
      path.append('H').append(short1((i + 1.0) * WIDTH / values.length));
    }
    return path.toString();
  }

  private static double height(double value, Scale scale) {
    return HEIGHT - scale.share(value) * (HEIGHT - 1);
  }

  /** What the pointer is told. */
  private Markup hints(double[] values, DoubleFunction<String> told) {
    List<Markup> hints = new ArrayList<>();
    double width = (double) WIDTH / values.length;
    for (int i = 0; i < values.length; i++) {
      hints.add(
          Markup.of(
              "<rect class=\"hint\" x=\"{}\" width=\"{}\" height=\"200\"><title>{}  {}</title></rect>",
              short1(i * width),
              short1(width),
              wording.minute(axis.start(i)),
              told.apply(values[i])));
    }
    return Markup.join(hints);
  }

  private static String short1(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
