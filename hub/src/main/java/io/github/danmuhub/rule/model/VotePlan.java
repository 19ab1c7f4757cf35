package io.github.danmuhub.rule.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vote: viewers write an option, and the window's end decides.
 *
 * @param options what is written, in normal form, to what it stands for; in the order of the file
 */
public record VotePlan(
    String name, Map<String, Option> options, Window window, Suffrage suffrage, Outcome outcome) {
  public VotePlan {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * When it is open.
   *
   * @param ms for how long
   * @param pauseMs from one window to the next
   */
  public record Window(long ms, long pauseMs, Starts starts) {}

  /**
   * Who votes, and how much that counts.
   *
   * @param rooms whose viewers vote; empty: all
   */
  public record Suffrage(Set<String> rooms, Counting counting, Weights weights) {
    public Suffrage {
      rooms = Set.copyOf(rooms);
    }
  }

  /**
   * What its end comes to.
   *
   * @param quorum how many voters it needs
   * @param otherwise what wins where nobody else does; null: nothing
   * @param draw how many of the winner's voters are drawn by chance
   */
  public record Outcome(int quorum, Tie tie, @Nullable String otherwise, int draw) {}

  /**
   * What can be voted for.
   *
   * @param label as the rule writes it
   * @param value what it stands for
   */
  public record Option(String label, String value) {}

  /** Whose messages count. */
  public enum Counting {
    /** One vote a user; the last counts. */
    LAST,
    /** One vote a user; the first counts. */
    FIRST,
    /** Each message is a vote. */
    EVERY_MESSAGE
  }

  /** Who wins where several have most. */
  public enum Tie {
    /** Who had so many first. */
    FIRST,
    /** One by chance. */
    RANDOM,
    /** Nobody. */
    NONE,
    /** Whose word has the highest code points. */
    HIGHEST
  }

  /** When a window opens. */
  public enum Starts {
    /** At once, and again after each end. */
    ALWAYS,
    /** With the first vote, which counts. */
    ON_VOTE,
    /** By a rule or by hand. */
    BY_HAND
  }
}
