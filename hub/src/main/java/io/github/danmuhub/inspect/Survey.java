package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.capture.CaptureSink;
import io.github.danmuhub.capture.CaptureSource;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a source after it was gone through: whose each connection is, how many frames
 * there are, what could not be read. A frame is taken apart when all of its connection were looked
 * at, so the source is read once more for that.
 */
final class Survey implements CaptureSink {
  private static final int MOST_PROBLEMS = 100;

  private final List<Platform> candidates;
  private final boolean named;
  private final Map<Integer, Guess> guesses = new LinkedHashMap<>();
  private final Map<Integer, Integer> frames = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int unsaid;

  private Survey(List<Platform> candidates, boolean named) {
    this.candidates = candidates;
    this.named = named;
  }

  /** {@code named}: the user said which platform it is, so nothing is guessed. */
  static Survey of(CaptureSource source, List<Platform> candidates, boolean named)
      throws IOException, MalformedException {
    Survey survey = new Survey(candidates, named);
    source.read(survey);
    survey.count(source);
    if (survey.frames.isEmpty() && !survey.problems.isEmpty()) {
      throw new MalformedException(survey.problems.get(0));
    }
    return survey;
  }

  @Override
  public void entry(CaptureEntry entry) {
    if (entry instanceof CaptureEntry.Open open) {
      guess(open.connection()).open(open);
    } else {
      Capture.traffic(entry).ifPresent(frame -> guess(frame.connection()).look(frame));
    }
  }

  private Guess guess(int connection) {
    return guesses.computeIfAbsent(connection, c -> new Guess(candidates, named));
  }

  @Override
  public void problem(String sentence) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(sentence);
    } else {
      unsaid++;
    }
  }

  private void count(CaptureSource source) throws IOException, MalformedException {
    source.read(
        new CaptureSink() {
          @Override
          public void entry(CaptureEntry entry) {
            Capture.traffic(entry)
                .filter(frame -> !isForeign(frame))
                .ifPresent(frame -> frames.merge(frame.connection(), 1, Integer::sum));
          }

          @Override
          public void problem(String sentence) {}
        });
  }

  /** An answer over HTTP that is no poll: a HAR holds all that its page asked for. */
  boolean isForeign(Traffic traffic) {
    return guess(traffic.connection()).isForeign(traffic);
  }

  /** One for each connection, which takes its frames apart in their order. */
  Map<Integer, Specimen> specimens(long now) {
    Map<Integer, Specimen> specimens = new LinkedHashMap<>();
    guesses.forEach(
        (connection, guess) ->
            specimens.put(connection, guess.specimen(now, frames.getOrDefault(connection, 0))));
    return specimens;
  }

  int frames() {
    return frames.values().stream().mapToInt(Integer::intValue).sum();
  }

  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    if (unsaid > 0) {
      all.add("and " + unsaid + " problems more");
    }
    return all;
  }

  /** Whether every frame has a platform, and nothing was wrong. */
  boolean isComplete() {
    return problems.isEmpty()
        && frames.keySet().stream().allMatch(connection -> guess(connection).isKnown());
  }
}
