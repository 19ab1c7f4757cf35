package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.Resolve;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;
import java.util.List;

/** What the last lookup gave, best first, and where in it we are: the way on. One thread. */
final class DialList {
  private List<Dial> dials = List.of();
  private int at;
  private Resolve nextLookup = Resolve.FIRST;

  /** A lookup named where to dial. */
  Step found(List<Dial> fresh) {
    dials = List.copyOf(fresh);
    at = 0;
    nextLookup = Resolve.STALE;
    return dials.isEmpty()
        ? new Step.Pause(Setback.again(0, "the lookup named no host"))
        : new Step.Connect(dials.get(0));
  }

  /**
   * After a loss.
   *
   * @param refused whether a lookup that is due now is due to a refusal
   */
  Step after(Verdict how, boolean refused) {
    if (how == Verdict.NEXT_DIAL) {
      at++;
    } else if (how == Verdict.RESOLVE) {
      nextLookup = refused ? Resolve.REFUSED : nextLookup;
      dials = List.of();
    }
    return next();
  }

  /** Whether another dial comes after the one in use. */
  boolean hasAnother() {
    return at + 1 < dials.size();
  }

  /** The dial to use, or the lookup that is due. */
  Step next() {
    return at < dials.size() ? new Step.Connect(dials.get(at)) : new Step.LookUp(nextLookup);
  }
}
