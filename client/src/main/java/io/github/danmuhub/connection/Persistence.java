package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Verdict;

/** What a room makes of a setback. Pure. */
@FunctionalInterface
public interface Persistence {
  /** Does as the setback says, for ever: how rooms are heard. */
  Persistence ENDLESS = (why, another) -> why;

  /** Every dial of one lookup once, whatever the setback says; then the room has failed. */
  Persistence ONE_ROUND =
      (why, another) ->
          new Setback(another ? Verdict.NEXT_DIAL : Verdict.FAILED, why.code(), why.why());

  /**
   * After a loss.
   *
   * @param why as the session or the line reports it
   * @param another whether the last lookup gave a dial that was not tried yet
   * @return what is done, and said
   */
  Setback after(Setback why, boolean another);
}
