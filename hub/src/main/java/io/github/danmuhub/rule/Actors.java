package io.github.danmuhub.rule;

import io.github.danmuhub.rule.action.Action;
import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.action.ActionSink;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who performs actions, by kind. A sink that throws harms nobody; its action is refused then. */
final class Actors {
  private static final Logger LOG = LoggerFactory.getLogger(Actors.class);

  private final Map<String, ActionSink> sinks;
  private final Map<String, Long> stops = new HashMap<>();
  private final Told told;

  Actors(Map<String, ActionSink> sinks, Told told) {
    this.sinks = Map.copyOf(sinks);
    this.told = told;
    this.sinks.forEach((kind, sink) -> stops.put(kind, sink.stops()));
  }

  /** Hears what came of an action; any thread. */
  interface Told {
    void acted(Action action, Result result);
  }

  Map<String, ActionKind> kinds() {
    Map<String, ActionKind> kinds = new TreeMap<>();
    sinks.forEach((name, sink) -> kinds.put(name, sink.kind()));
    return kinds;
  }

  void perform(Action action) {
    AtomicBoolean once = new AtomicBoolean();
    ActionSink sink = sinks.get(action.kind());
    if (sink == null) {
      told.acted(action, Result.refused(Phrase.of("act.nobody", action.kind())));
      return;
    }
    try {
      sink.perform(action, result -> tellOnce(action, result, once));
    } catch (RuntimeException e) {
      LOG.error("The sink of '{}' failed", action.kind(), e);
      tellOnce(
          action, Result.refused(Phrase.of("act.failed", String.valueOf(e.getMessage()))), once);
    }
  }

  private void tellOnce(Action action, Result result, AtomicBoolean once) {
    if (once.compareAndSet(false, true)) {
      told.acted(action, result);
    }
  }

  void tick(long ticks) {
    sinks.forEach((kind, sink) -> guarded(kind, () -> sink.onTick(ticks)));
  }

  void rulesChanged(Set<String> kinds) {
    for (String kind : kinds) {
      ActionSink sink = sinks.get(kind);
      if (sink != null) {
        guarded(kind, sink::onRulesChanged);
      }
    }
  }

  /** The kinds that were stopped by hand since this was asked last. */
  Set<String> stopped() {
    Set<String> stopped = new HashSet<>();
    sinks.forEach(
        (kind, sink) -> {
          long now = sink.stops();
          if (!Long.valueOf(now).equals(stops.put(kind, now))) {
            stopped.add(kind);
          }
        });
    return stopped;
  }

  private static void guarded(String kind, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.error("The sink of '{}' failed", kind, e);
    }
  }
}
