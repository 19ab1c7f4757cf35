package io.github.danmuhub.platform.site;

/**
 * A hosted room's broadcasts by the site's clock: its schedule begins with the first look at it.
 * Times are ticks; {@link BroadcastSchedule#FOR_EVER} = never. One thread.
 */
final class BroadcastClock {
  private static final long NOT_YET = -1;

  private final BroadcastSchedule onAir;
  private long looked = NOT_YET;

  BroadcastClock(BroadcastSchedule onAir) {
    this.onAir = onAir;
  }

  private long elapsed(long ticks) {
    looked = looked == NOT_YET ? ticks : looked;
    return ticks - looked;
  }

  boolean isLive(long ticks) {
    return onAir.isLive(elapsed(ticks));
  }

  /** Which broadcast it is, or was last, from 0. */
  long broadcast(long ticks) {
    return onAir.number(elapsed(ticks));
  }

  /** When a broadcast begins or ends next. */
  long nextTurn(long ticks) {
    return ticks(onAir.nextChange(elapsed(ticks)));
  }

  /** How much has been broadcast by now. */
  long aired(long ticks) {
    return onAir.aired(elapsed(ticks));
  }

  /** When so much will have been broadcast; or was. */
  long when(long aired) {
    return ticks(onAir.when(aired));
  }

  private long ticks(long at) {
    return at == BroadcastSchedule.FOR_EVER ? at : looked + at;
  }
}
