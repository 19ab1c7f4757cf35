package io.github.danmuhub.doctor;

import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.text.Phrase;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The steps so far, told as they come; on the loop only. Nothing is told after its end. */
final class Walk {
  private final Clock clock;
  private final Consumer<Step> tell;
  private final CompletableFuture<Boolean> healthy = new CompletableFuture<>();

  Walk(Clock clock, Consumer<Step> tell) {
    this.clock = clock;
    this.tell = tell;
  }

  /** When a step begins that begins now; ticks. */
  long now() {
    return clock.ticks();
  }

  void step(String name, Step.Outcome outcome, Phrase detail, long began) {
    if (!healthy.isDone()) {
      tell.accept(new Step(name, outcome, detail, now() - began));
    }
  }

  void end(boolean good) {
    healthy.complete(good);
  }

  /** Completes with whether the room can be heard. */
  CompletableFuture<Boolean> healthy() {
    return healthy;
  }
}
