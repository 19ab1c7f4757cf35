package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Emitter;
import org.jspecify.annotations.Nullable;

/** The state of the broadcast, emitted on change only. */
public final class BroadcastState {
  private final Emitter out;
  private @Nullable State state;

  BroadcastState(Emitter out) {
    this.out = out;
  }

  /** What a lookup says. */
  public void known(State now, Origin origin) {
    boolean same = now == state || (now == State.LIVE && state == State.RESUMED);
    if (!same) {
      tell(now, origin);
    }
  }

  void paused(Origin origin) {
    change(State.PAUSED, origin);
  }

  void resumed(Origin origin) {
    change(State.RESUMED, origin);
  }

  void ended(Origin origin) {
    change(State.OFFLINE, origin);
  }

  /** Whether it was last said to have ended. */
  public boolean isOffline() {
    return state == State.OFFLINE;
  }

  private void change(State now, Origin origin) {
    if (now != state) {
      tell(now, origin);
    }
  }

  private void tell(State now, Origin origin) {
    state = now;
    out.emit(new Broadcast(origin, now));
  }
}
