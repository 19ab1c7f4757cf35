package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.Stats.Figure;
import io.github.danmuhub.platform.huya.packet.HuyaMessage;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.TarsWriter;
import java.util.List;
import java.util.Map;

/** {@code AttendeeCountNotice}: the heat that the page shows (热度), which counts no heads. */
final class Figures {
  static final int URI = 8006;

  private Figures() {}

  static void decode(Delivery delivery) throws MalformedException {
    long count = delivery.body().number(0);
    delivery.emit(new Stats(delivery.origin(), Map.of(Figure.POPULARITY, count)));
  }

  static List<HuyaMessage> encode(Stats stats, long presenter) {
    Long count = stats.figures().get(Figure.POPULARITY);
    return count == null
        ? List.of()
        : Encoding.message(URI, new TarsWriter().number(0, count), stats.origin());
  }
}
