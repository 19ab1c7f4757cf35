package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Membership;
import io.github.danmuhub.event.Membership.Kind;
import io.github.danmuhub.event.Membership.Term;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A purchase of which some messages have come in. */
final class GuardPurchase {
  /** The messages about one purchase; the later constants give the better price. */
  enum Report {
    /** GUARD_BUY: list price. */
    BUY,
    /** USER_TOAST_MSG: paid price. */
    TOAST,
    /** USER_TOAST_MSG_V2: paid price, and whether it was a gift. */
    TOAST_V2
  }

  private final Set<Report> seen;
  private final long until;
  private Report best;
  private Membership membership;
  private boolean marqueeSeen;

  GuardPurchase(Report report, Membership membership, long until) {
    this.seen = EnumSet.of(report);
    this.until = until;
    this.best = report;
    this.membership = membership;
  }

  long until() {
    return until;
  }

  /** The event that it has become so far. */
  Membership membership() {
    return membership;
  }

  /**
   * Whether the message tells of this purchase. The same kind of message again means that the same
   * person bought again, unless both name the same payment.
   */
  boolean takes(Report report, Membership other) {
    return other.tier().equals(membership.tier())
        && sameUser(other.user())
        && (!seen.contains(report) || samePayment(other.origin()));
  }

  private boolean sameUser(User user) {
    User mine = membership.user();
    if (mine.id() == null || user.id() == null) {
      return Objects.equals(mine.name(), user.name());
    }
    return mine.id().equals(user.id());
  }

  private boolean samePayment(Origin origin) {
    return origin.id() != null && origin.id().equals(membership.origin().id());
  }

  void add(Report report, Membership other) {
    seen.add(report);
    boolean better = report.compareTo(best) >= 0;
    Membership first = better ? other : membership;
    Membership second = better ? membership : other;
    best = better ? report : best;
    membership =
        new Membership(
            first.origin(),
            first.user(),
            first.tier(),
            first.name(),
            first.term().equals(Term.UNKNOWN) ? second.term() : first.term(),
            first.value() == null ? second.value() : first.value(),
            kind(first.kind(), second.kind()));
  }

  private static @Nullable Kind kind(@Nullable Kind first, @Nullable Kind second) {
    return (first == null || second == Kind.GIFT) ? second : first;
  }

  /** Whether the marquee is about this purchase; each purchase takes one. */
  boolean takesMarquee(String buyer) {
    boolean mine = !marqueeSeen && buyer.equals(membership.user().name());
    marqueeSeen |= mine;
    return mine;
  }
}
