package io.github.danmuhub.doctor;

import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.transport.Loop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps so far, told as they come; on the loop only. Nothing is told after its end. */
final class Walk {
  private final Loop loop;
  private final Consumer<Step> tell;
  private final CompletableFuture<Boolean> healthy = new CompletableFuture<>();

  Walk(Loop loop, Consumer<Step> tell) {
    this.loop = loop;
    this.tell = tell;
  }

  void step(String name, Step.Outcome outcome, String detail, long began) {
    if (!healthy.isDone()) {
      tell.accept(new Step(name, outcome, detail, loop.ticks() - began));
    }
  }

  void end(boolean good) {
    healthy.complete(good);
  }

  boolean ended() {
    return healthy.isDone();
  }

  /** Completes with whether the room can be heard. */
  CompletableFuture<Boolean> healthy() {
    return healthy;
  }

  static String words(@Nullable Throwable failure) {
    if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
      return words(wrapped.getCause());
    }
    if (failure == null) {
      return "unknown";
    }
    if (failure instanceof LookupException lookup) {
      String why = String.valueOf(lookup.getMessage());
      String code = " (code " + lookup.code() + ")";
      return lookup.code() == 0 || why.endsWith(code) ? why : why + code;
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
