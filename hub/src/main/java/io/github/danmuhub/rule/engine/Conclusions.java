package io.github.danmuhub.rule.engine;

import io.github.danmuhub.rule.action.Action;

/** Where the engine tells what it concludes, as it does; never blocks. */
public interface Conclusions {
  /** About a rule; {@code no_match} is not told here, it would be most of all. */
  void decided(Decision decision);

  /** To be done now. */
  void act(Action action);

  /** A vote opened, changed or ended; a change at most four times a second. */
  void tallied(Tally tally);
}
