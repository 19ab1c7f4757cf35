package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.capture.CaptureSink;
import java.util.Map;
import java.util.Objects;

/** Walks through a source that was surveyed: one {@link Specimen} for each connection. */
final class Dissection implements CaptureSink {
  private final Survey survey;
  private final Map<Integer, Specimen> specimens;
  private final Findings findings;
  private int number;

  Dissection(Survey survey, long now, Findings findings) {
    this.survey = survey;
    this.specimens = survey.specimens(now);
    this.findings = findings;
  }

  @Override
  public void entry(CaptureEntry entry) {
    if (entry instanceof CaptureEntry.Open open) {
      findings.opened(open);
    } else if (entry instanceof CaptureEntry.Close close) {
      findings.closed(close);
    }
    Capture.traffic(entry).filter(frame -> !survey.isForeign(frame)).ifPresent(this::frame);
  }

  private void frame(Traffic frame) {
    Specimen specimen = Objects.requireNonNull(specimens.get(frame.connection()));
    findings.frame(specimen.inspect(++number, frame));
  }

  @Override
  public void problem(String sentence) {
    // the survey has it
  }
}
