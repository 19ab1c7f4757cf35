package io.github.danmuhub.intake.merge;

import io.github.danmuhub.event.Gap;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.EventReading;
import io.github.danmuhub.record.EventSource;
import io.github.danmuhub.record.Progress;
import io.github.danmuhub.record.Selection;
import io.github.danmuhub.record.Steps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be known of all inputs before they are merged: how far their clocks are from the
 * first one's, who heard how much when, and when nobody heard anything. One thread.
 */
final class Survey {
  private final CommonIds ids = new CommonIds();
  private final List<Long> offsets = new ArrayList<>();
  private final Median lag = new Median();
  private final Coverage coverage;
  private final Map<RoomRef, Map<Integer, Unheard>> unheard = new LinkedHashMap<>();

  private Survey(int inputs) {
    coverage = new Coverage(inputs);
  }

  static Survey of(List<EventSource> inputs, Progress progress) throws IOException {
    Survey survey = new Survey(inputs.size());
    for (int input = 0; input < inputs.size(); input++) {
      survey.compareClocks(input, inputs.get(input), progress);
    }
    for (int input = 0; input < inputs.size(); input++) {
      survey.lookThrough(input, inputs.get(input), progress);
    }
    return survey;
  }

  private interface Look {
    void at(LiveEvent event);
  }

  private static void each(EventSource source, Progress progress, Look look) throws IOException {
    try (EventReading reading = source.open(Selection.ALL)) {
      Steps steps = new Steps(reading, progress);
      for (Numbered n = reading.next(); n != null; n = reading.next()) {
        look.at(n.event());
        steps.step();
      }
    }
  }

  /** By what is common; else by how late each is behind the platform's clock. */
  private void compareClocks(int input, EventSource source, Progress progress) throws IOException {
    Median common = new Median();
    Median behind = input == 0 ? lag : new Median();
    each(
        source,
        progress,
        event -> {
          Origin origin = event.origin();
          if (origin.history()) {
            return;
          }
          if (origin.time() > 0) {
            behind.add(origin.received() - origin.time());
          }
          compare(input, Keys.of(event), origin.received(), common);
        });
    boolean byPlatform = lag.get().isPresent() && behind.get().isPresent();
    long otherwise = byPlatform ? behind.get().getAsLong() - lag.get().getAsLong() : 0;
    offsets.add(input == 0 ? 0 : common.get().orElse(otherwise));
  }

  private void compare(int input, Keys keys, long received, Median common) {
    for (String key : new String[] {keys.id(), keys.said()}) {
      if (key != null && input == 0) {
        ids.add(key, received);
      } else if (key != null) {
        ids.compare(key, received, common);
      }
    }
  }

  private void lookThrough(int input, EventSource source, Progress progress) throws IOException {
    long offset = offsets.get(input);
    each(
        source,
        progress,
        event -> {
          RoomRef room = RoomRef.of(event.origin());
          long at = event.origin().received() - offset;
          Unheard here =
              unheard
                  .computeIfAbsent(room, r -> new LinkedHashMap<>())
                  .computeIfAbsent(input, i -> new Unheard());
          here.heard(at);
          if (event instanceof Gap gap) {
            here.gap(new Unheard.Span(gap.from() - offset, gap.to() - offset, gap.why()));
          } else {
            coverage.heard(input, room, at);
          }
        });
  }

  /** So far is an input's clock ahead of the first one's, milliseconds. */
  long offset(int input) {
    return offsets.get(input);
  }

  /** So late the first input hears what the platform says, by both their clocks; milliseconds. */
  long lag() {
    return lag.get().orElse(0);
  }

  Coverage coverage() {
    return coverage;
  }

  /** When nobody heard a room, in order of their ends. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    unheard.forEach(
        (room, inputs) ->
            Unheard.common(List.copyOf(inputs.values())).forEach(span -> gaps.add(span.gap(room))));
    gaps.sort(Comparator.comparingLong(Gap::to));
    return gaps;
  }
}
