package io.github.danmuhub.server.reader;

import io.github.danmuhub.config.LimitsConfig;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.Selection;
import io.github.danmuhub.server.policy.Quota;
import io.github.danmuhub.server.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one WebSocket has asked for, bounded in number and in bytes; the bytes also together with
 * those of all other sockets. On the loop only.
 */
final class Subscriptions {
  private static final int KIB = 1_024;

  private final LimitsConfig limits;
  private final Quota ofAll;
  private final List<Selection> selections = new ArrayList<>();
  private long bytes;

  Subscriptions(LimitsConfig limits, Quota ofAll) {
    this.limits = limits;
    this.ofAll = ofAll;
  }

  int size() {
    return selections.size();
  }

  boolean isEmpty() {
    return selections.isEmpty();
  }

  boolean contains(Selection selection) {
    return selections.contains(selection);
  }

  Filter filter() {
    return new Filter(selections);
  }

  /**
   * Adds it, unless it is there.
   *
   * @throws ProblemException where a bound would be passed; nothing is changed then
   */
  void add(Selection selection) {
    if (contains(selection)) {
      return;
    }
    if (size() >= limits.subscriptions()) {
      throw ProblemException.bad(
          "too-many-subscriptions",
          "a connection has at most "
              + limits.subscriptions()
              + " subscriptions; name several rooms in one");
    }
    long more = selection.bytes();
    if (bytes + more > (long) limits.subscriptionKb() * KIB) {
      throw ProblemException.bad(
          "too-large-subscriptions",
          "the subscriptions of a connection hold at most %d KiB of names; name fewer rooms"
              .formatted(limits.subscriptionKb()));
    }
    if (!ofAll.take(more)) {
      throw new ProblemException(
          429,
          "too-large-subscriptions",
          "the subscriptions of all connections hold what they may; try again later");
    }
    bytes += more;
    selections.add(selection);
  }

  void remove(Selection selection) {
    if (selections.remove(selection)) {
      free(selection.bytes());
    }
  }

  void clear() {
    selections.clear();
    free(bytes);
  }

  private void free(long less) {
    bytes -= less;
    ofAll.free(less);
  }
}
