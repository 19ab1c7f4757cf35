package io.github.danmuhub.device.safety;

import io.github.danmuhub.rule.action.Outcome;
import io.github.danmuhub.rule.action.Outcome.Result;
import io.github.danmuhub.text.Phrase;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that a device has not acknowledged yet; a few, since each waits a moment only. */
final class Unanswered {
  private record Sent(Outcome outcome, long at) {}

  private final int patienceMs;
  private final Map<Long, Sent> sent = new HashMap<>();

  Unanswered(int patienceMs) {
    this.patienceMs = patienceMs;
  }

  void add(long seq, Outcome outcome, long now) {
    sent.put(seq, new Sent(outcome, now));
  }

  /** Null: nobody waits for it. */
  @Nullable Outcome answered(long seq) {
    Sent waiting = sent.remove(seq);
    return waiting == null ? null : waiting.outcome;
  }

  void advance(long now) {
    Iterator<Sent> each = sent.values().iterator();
    while (each.hasNext()) {
      Sent waiting = each.next();
      if (now - waiting.at >= patienceMs) {
        each.remove();
        waiting.outcome.report(Result.refused(Phrase.of("gate.unanswered", patienceMs)));
      }
    }
  }

  void forget(Result why) {
    sent.values().forEach(waiting -> waiting.outcome.report(why));
    sent.clear();
  }
}
