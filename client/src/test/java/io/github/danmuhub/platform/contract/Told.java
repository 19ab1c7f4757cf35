package io.github.danmuhub.platform.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Gift;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.Stats;
import io.github.danmuhub.event.User;
import io.github.danmuhub.event.json.EventWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a room told, as far as it must be the same after it was encoded and decoded: the order
 * within a type and user, the figures of {@code stats} one by one, gifts by their sum and the last
 * of each combo. When it was received does not count.
 */
public final class Told {
  private static final String RECEIVED = "\"received\":\"[^\"]*\",?";
  private static final String TIMES = "\"(?:time|received)\":\"[^\"]*\",?";

  private final String leftOut;
  private final Map<String, List<Object>> told = new TreeMap<>();

  private Told(String leftOut) {
    this.leftOut = leftOut;
  }

  public static Map<String, List<Object>> of(List<LiveEvent> events) {
    return of(events, RECEIVED);
  }

  /** Whenever it was. */
  public static Map<String, List<Object>> timeless(List<LiveEvent> events) {
    return of(events, TIMES);
  }

  private static Map<String, List<Object>> of(List<LiveEvent> events, String leftOut) {
    Told told = new Told(leftOut);
    events.forEach(told::add);
    return told.told;
  }

  private void add(LiveEvent event) {
    if (event instanceof Gift gift) {
      addGift(gift);
    } else if (event instanceof Stats stats) {
      stats.figures().forEach((figure, n) -> list("Stats " + figure).add(n));
    } else {
      User user = event.user();
      String who = user == null ? "" : " of " + user.displayName();
      list(event.getClass().getSimpleName() + who).add(json(event));
    }
  }

  private String json(LiveEvent event) {
    return new String(EventWriter.write(event), UTF_8).replaceAll(leftOut, "");
  }

  private void addGift(Gift gift) {
    String key = "Gift " + gift.item() + " of " + gift.user().displayName();
    sum(key + ", count", gift.count());
    Money paid = gift.value();
    if (paid != null) {
      sum(key + ", " + paid.currency(), paid.milli());
    }
    Gift.Combo combo = gift.combo();
    if (combo != null && combo.last()) {
      list(key + ", combos").add(combo.total());
    }
  }

  private void sum(String key, long more) {
    told.merge(key, List.of(more), (a, b) -> List.of((long) a.get(0) + (long) b.get(0)));
  }

  private List<Object> list(String key) {
    return told.computeIfAbsent(key, k -> new ArrayList<>());
  }
}
