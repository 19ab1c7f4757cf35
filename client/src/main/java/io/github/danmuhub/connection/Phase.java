package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Setback;
import java.util.function.Consumer;

/**
 * One phase of a room's life. It answers every signal with a {@link Step}; it never takes one, and
 * knows of no other phase. On the room's loop.
 */
abstract class Phase {
  abstract State state();

  /**
   * Starts the phase.
   *
   * @param later takes a step that is known only later; ignored once the phase is over
   */
  abstract Step enter(Consumer<Step> later);

  /** The time of {@link Step.Watch} has come. */
  Step onTimer() {
    return new Step.Stay();
  }

  /** The socket is open. */
  Step onOpened() {
    return new Step.Stay();
  }

  /** The session says that the platform accepted us. */
  Step onAccepted() {
    return new Step.Stay();
  }

  /** The room's turn may come earlier than was said. */
  Step onMoved() {
    return new Step.Stay();
  }

  /** The phase is over; the next one is not made yet. */
  void onLeft() {}

  /** The phase ends by a loss. */
  void onLost(Setback why) {}

  /** Whether a loss may mean that the platform refuses what the last lookup gave. */
  boolean mayBeRefusal() {
    return false;
  }
}
