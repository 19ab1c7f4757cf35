package io.github.danmuhub.record.notice;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How often one message is said. Who is not there is waited for, as long as that takes: the log
 * keeps what is to be told. Who answers that it is broken hears it {@value #TRIES} times, who
 * refuses it {@value #REFUSALS} times, so that one message does not hold up all others for ever.
 */
final class Patience {
  static final int TRIES = 20;
  static final int REFUSALS = 3;

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Set<Integer> LATER = Set.of(0, 408, 425, 429);
  private static final int BROKEN = 500;

  private int tries;
  private int answered;
  private int refused;

  /** How long to wait before the next try; empty: it is given up. */
  Optional<Duration> after(Receiver.Answer answer) {
    int status = answer.status();
    answered += status >= BROKEN ? 1 : 0;
    refused += status < BROKEN && !LATER.contains(status) ? 1 : 0;
    if (answered >= TRIES || refused >= REFUSALS) {
      return Optional.empty();
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(tries++, 6));
    Duration longer = wait.compareTo(answer.retryAfter()) < 0 ? answer.retryAfter() : wait;
    return Optional.of(longer.compareTo(LONGEST) > 0 ? LONGEST : longer);
  }
}
