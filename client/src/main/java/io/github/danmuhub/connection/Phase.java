package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.transport.Loop;
import org.jspecify.annotations.Nullable;

/** One phase of a room's life, with one timer that is cancelled at its end. On the room's loop. */
abstract class Phase {
  private final RoomLifecycle life;
  private Loop.@Nullable Timer timer;

  Phase(RoomLifecycle life) {
    this.life = life;
  }

  abstract State state();

  /** Starts the phase; may lead on to the next one, as the last thing it does. */
  abstract void enter();

  final void leave() {
    if (timer != null) {
      timer.cancel();
    }
  }

  /** Runs {@code task} in {@code ms}, if this phase is still the one; replaces what was set. */
  final void after(long ms, Runnable task) {
    leave();
    timer = life.parts().loop().schedule(Math.max(0, ms), () -> runIfHere(task));
  }

  private void runIfHere(Runnable task) {
    if (life.isIn(this)) {
      task.run();
    }
  }

  final RoomLifecycle life() {
    return life;
  }

  final Timing timing() {
    return life.parts().timing();
  }
}
