package io.github.danmuhub.connection;

import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Verdict;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The lookup before the socket. */
final class Resolving extends Phase {
  private final Resolve why;

  Resolving(RoomLifecycle life, Resolve why) {
    super(life);
    this.why = why;
  }

  @Override
  State state() {
    return State.RESOLVING;
  }

  @Override
  void enter() {
    life().announceAttempt(State.RESOLVING, words());
    after(timing().lookupMs(), this::tookTooLong);
    life().session().resolve(why).whenComplete(this::done);
  }

  private String words() {
    return switch (why) {
      case FIRST -> "looking the room up";
      case STALE -> "looking the room up again";
      case REFUSED -> "looking the room up again, since the platform refused us";
    };
  }

  private void tookTooLong() {
    String why = "the lookup did not end within " + timing().lookupMs() + " ms";
    life().lost(Verdict.RESOLVE, Loss.ours(why));
  }

  /** Both are null if the session completed its stage with null. */
  private void done(@Nullable List<Dial> dials, @Nullable Throwable error) {
    if (!life().isIn(this)) {
      return;
    }
    if (dials != null) {
      life().resolved(dials);
    } else {
      failed(error instanceof CompletionException ? error.getCause() : error);
    }
  }

  private void failed(@Nullable Throwable error) {
    if (error instanceof LookupException refused) {
      String why = String.valueOf(refused.getMessage());
      life().lost(refused.verdict(), new Loss(refused.code(), why));
    } else {
      life().lost(Verdict.RESOLVE, Loss.ours("the lookup failed: " + reason(error)));
    }
  }

  private static String reason(@Nullable Throwable error) {
    if (error == null) {
      return "no answer";
    }
    String message = error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }
}
