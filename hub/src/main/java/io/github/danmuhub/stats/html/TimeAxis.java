package io.github.danmuhub.stats.html;

import java.util.ArrayList;
import java.util.List;

/**
 * The time of a report as a chart shows it: cut into bins of whole minutes, {@value #BINS} at most.
 *
 * @param from epoch milliseconds
 * @param minutes how many there are, at least one
 * @param each how many of them a bin has
 */
record TimeAxis(long from, int minutes, int each) {
  private static final long MINUTE = 60_000;
  private static final int BINS = 240;
  private static final int LABELS = 4;

  static TimeAxis of(long from, long to) {
    int minutes = (int) Math.min(Integer.MAX_VALUE, (to - from) / MINUTE + 1);
    return new TimeAxis(from, minutes, (minutes + BINS - 1) / BINS);
  }

  int bins() {
    return (minutes + each - 1) / each;
  }

  /** When a bin begins, epoch milliseconds. */
  long start(int bin) {
    return from + (long) bin * each * MINUTE;
  }

  /** Where a time stands, from 0 to 1. */
  double place(long at) {
    return Math.max(0, Math.min(1, (at - from) / (double) ((long) bins() * each * MINUTE)));
  }

  /** The sum of each bin. */
  double[] sums(List<? extends Number> perMinute) {
    double[] sums = new double[bins()];
    for (int i = 0; i < perMinute.size(); i++) {
      sums[Math.min(sums.length - 1, i / each)] += perMinute.get(i).doubleValue();
    }
    return sums;
  }

  /** For a minute of each bin; the last one may be shorter. */
  double[] perMinute(List<? extends Number> perMinute) {
    double[] means = sums(perMinute);
    for (int bin = 0; bin < means.length; bin++) {
      means[bin] /= Math.min(each, minutes - bin * each);
    }
    return means;
  }

  /** All up to each bin's end. */
  double[] cumulative(List<? extends Number> perMinute) {
    double[] sums = sums(perMinute);
    for (int bin = 1; bin < sums.length; bin++) {
      sums[bin] += sums[bin - 1];
    }
    return sums;
  }

  /** Times to be written below, evenly; of a short report as many as it has minutes. */
  List<Long> labels() {
    int parts = Math.max(1, Math.min(LABELS, bins()));
    long length = (long) bins() * each * MINUTE;
    List<Long> labels = new ArrayList<>();
    for (int i = 0; i <= parts; i++) {
      labels.add(from + length * i / parts);
    }
    return labels;
  }
}
