package io.github.danmuhub.rule.action;

import io.github.danmuhub.text.Phrase;

/** Where a sink tells, once, what came of an action. Any thread; never blocks. */
@FunctionalInterface
public interface Outcome {
  void report(Result result);

  /**
   * What came of it.
   *
   * @param words for a person: what was done, or why not
   */
  record Result(How how, Phrase words) {
    public static Result done(Phrase words) {
      return new Result(How.DONE, words);
    }

    public static Result refused(Phrase why) {
      return new Result(How.REFUSED, why);
    }

    public static Result disarmed(Phrase why) {
      return new Result(How.DISARMED, why);
    }

    public static Result dryRun(Phrase wouldDo) {
      return new Result(How.DRY_RUN, wouldDo);
    }
  }

  /** Whether it was done. */
  enum How {
    DONE,
    REFUSED,
    /** Nothing moves before a person arms it. */
    DISARMED,
    /** Told only, as was asked. */
    DRY_RUN
  }
}
