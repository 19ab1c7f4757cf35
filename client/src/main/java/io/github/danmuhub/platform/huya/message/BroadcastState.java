package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Broadcast;
import io.github.danmuhub.platform.Emitter;
import org.jspecify.annotations.Nullable;

/** Whether the room is live, emitted on change only. */
final class BroadcastState {
  private Broadcast.@Nullable State state;

  void now(Broadcast told, Emitter out) {
    if (told.state() != state) {
      state = told.state();
      out.emit(told);
    }
  }
}
