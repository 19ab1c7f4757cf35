package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.event.Broadcast.State;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.platform.Out;
import org.jspecify.annotations.Nullable;

/** The state of the broadcast, told on change only. */
public final class BroadcastState {
  private @Nullable State state;

  /** What a lookup says. */
  public void known(State now, Origin origin, Out out) {
    boolean same = now == state || (now == State.LIVE && state == State.RESUMED);
    if (!same) {
      tell(now, origin, out);
    }
  }

  void paused(Origin origin, Out out) {
    change(State.PAUSED, origin, out);
  }

  void resumed(Origin origin, Out out) {
    change(State.RESUMED, origin, out);
  }

  void ended(Origin origin, Out out) {
    change(State.OFFLINE, origin, out);
  }

  /** Whether it was last said to have ended. */
  public boolean isOffline() {
    return state == State.OFFLINE;
  }

  private void change(State now, Origin origin, Out out) {
    if (now != state) {
      tell(now, origin, out);
    }
  }

  private void tell(State now, Origin origin, Out out) {
    state = now;
    out.emit(new Broadcast(origin, now));
  }
}
