package io.github.danmuhub.rule.model;

import java.time.LocalTime;

/** What a rule waits for. */
public sealed interface Trigger {
  /** As {@code Occasion.type} has it. */
  String type();

  /** An event of this type. */
  record Event(String type) implements Trigger {}

  /** Again and again, after so many milliseconds each. */
  record Every(long ms) implements Trigger {
    @Override
    public String type() {
      return Occasion.SCHEDULE;
    }
  }

  /** Once a day, in the file's zone. */
  record At(LocalTime time) implements Trigger {
    @Override
    public String type() {
      return Occasion.SCHEDULE;
    }
  }

  /** An HTTP call. */
  record Http() implements Trigger {
    @Override
    public String type() {
      return Occasion.HTTP;
    }
  }

  /**
   * A vote that ends.
   *
   * @param decided whether it has a winner
   */
  record Vote(String vote, boolean decided) implements Trigger {
    @Override
    public String type() {
      return decided ? Occasion.VOTE : Occasion.NO_VOTE;
    }
  }
}
