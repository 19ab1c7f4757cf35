package io.github.danmuhub.device.protocol;

import io.github.danmuhub.wire.MalformedException;
import java.util.Locale;

/** What a toy says to hubs. Immutable. */
public sealed interface Report {
  /** Twice a second: it lives, this is its clock, and so it stands. */
  record Tick(String nonce, long tick, State state, String hub, Pose pose) implements Report {
    /** In {@link #hub}: nobody owns it. */
    public static final String NOBODY = "-";
  }

  /**
   * What became of an order.
   *
   * @param word {@code ok}, or why not
   * @param more to the word: who holds it, for how long it rests; mostly empty
   */
  record Ack(long seq, String word, String more) implements Report {
    public static final String OK = "ok";
    public static final String HELD = "held";
  }

  /** It has stopped, as was asked by this id. */
  record Stopped(String id) implements Report {}

  /** Whether a toy may move. */
  enum State {
    /** Nobody has armed it. */
    FREE,
    ARMED,
    /** Stopped, until a person releases it. */
    STOPPED
  }

  /**
   * Where everything stands.
   *
   * @param pan thousandths of a degree
   * @param tilt thousandths of a degree
   * @param ball percent of its speed, negative backwards
   * @param wand percent of its swing
   */
  record Pose(boolean lit, int pan, int tilt, int ball, int wand) {}

  /** As it is written. */
  default String line() {
    if (this instanceof Ack ack) {
      return "ack %d %s%s".formatted(ack.seq, ack.word, ack.more.isEmpty() ? "" : " " + ack.more);
    }
    if (this instanceof Stopped stopped) {
      return "stopped " + stopped.id;
    }
    Tick t = (Tick) this;
    Pose p = t.pose;
    return "tick %s %d %s %s %d %d %d %d %d"
        .formatted(
            t.nonce,
            t.tick,
            t.state.name().toLowerCase(Locale.ROOT),
            t.hub,
            p.lit ? 1 : 0,
            p.pan,
            p.tilt,
            p.ball,
            p.wand);
  }

  /** What was written. */
  static Report of(String line) throws MalformedException {
    Words words = Words.of(line);
    String verb = words.next();
    Report report =
        switch (verb) {
          case "tick" ->
              new Tick(words.next(), words.nextCount(), state(words), words.next(), pose(words));
          case "ack" -> new Ack(words.nextCount(), words.next(), words.rest());
          case "stopped" -> new Stopped(words.next());
          default -> throw new MalformedException("no report: " + verb);
        };
    words.end();
    return report;
  }

  private static State state(Words words) throws MalformedException {
    String word = words.next();
    return switch (word) {
      case "free" -> State.FREE;
      case "armed" -> State.ARMED;
      case "stopped" -> State.STOPPED;
      default -> throw new MalformedException("no state of a toy: " + word);
    };
  }

  private static Pose pose(Words words) throws MalformedException {
    return new Pose(
        words.nextInt() != 0, words.nextInt(), words.nextInt(), words.nextInt(), words.nextInt());
  }
}
