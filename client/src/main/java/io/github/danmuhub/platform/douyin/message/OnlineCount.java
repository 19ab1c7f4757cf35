package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Stats;
import java.util.Map;

/** How many are in the room, as every entrance says: emitted on change only. One thread. */
final class OnlineCount {
  private long told;

  /**
   * @param present 0 where the message does not say
   * @param origin of the message, of which the figure is the second event
   */
  void tell(long present, Origin origin, Delivery delivery) {
    if (present > 0 && present != told) {
      told = present;
      delivery.emit(new Stats(origin.nth(2), Map.of(Stats.Figure.ONLINE, present)));
    }
  }
}
