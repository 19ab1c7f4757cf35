package io.github.danmuhub.page.marks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.danmuhub.log.Entry;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.Page;
import io.github.danmuhub.log.Selection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The paid messages without a tick, out of the hub's log.
 *
 * @param log asked for at each search
 */
record UnreadPaid(Supplier<EventLog> log) {
  /** As far back as the dashboard looks for its cards. */
  private static final int BACK = 20_000;

  private static final int PAGE = 100;
  private static final Filter WANTED =
      Filter.of(new Selection(Set.of(), Set.of("super_chat", "membership", "retract")));
  private static final JsonMapper MAPPER = new JsonMapper();

  /** An event, as the hub tells it, and what windows call it. */
  record Found(String name, JsonNode event) {}

  /** The oldest that is not among {@code read}, and was not taken back. May block. */
  Optional<Found> oldest(Set<String> read) throws IOException {
    Map<String, JsonNode> unread = new LinkedHashMap<>();
    EventLog all = log.get();
    long after = Math.max(0, all.last() - BACK);
    Page page;
    do {
      page = all.read(after, WANTED, PAGE);
      for (Entry entry : page.entries()) {
        take(entry, unread);
      }
      after = page.next();
    } while (page.more());
    unread.keySet().removeAll(read);
    return unread.entrySet().stream()
        .findFirst()
        .map(first -> new Found(first.getKey(), first.getValue()));
  }

  private static void take(Entry entry, Map<String, JsonNode> unread) throws IOException {
    JsonNode event = MAPPER.readTree(entry.json());
    if (entry.type().equals("retract")) {
      unread.values().removeIf(paid -> isTaken(paid, event));
    } else {
      unread.put(name(entry, event), event);
    }
  }

  /** By its id; where none is named, by who wrote it; where nobody is, all of the room. */
  private static boolean isTaken(JsonNode paid, JsonNode retract) {
    JsonNode ids = retract.path("ids");
    JsonNode user = retract.path("user").path("id");
    boolean isTheirs =
        ids.isEmpty()
            ? user.isMissingNode() || user.equals(paid.path("user").path("id"))
            : has(ids, paid.path("id"));
    return isTheirs
        && paid.path("platform").equals(retract.path("platform"))
        && paid.path("room").equals(retract.path("room"));
  }

  private static boolean has(JsonNode ids, JsonNode id) {
    for (JsonNode each : ids) {
      if (each.equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** As {@code client/events.js} names it. */
  private static String name(Entry entry, JsonNode event) {
    return entry.room() + "/" + event.path("id").asText(Long.toString(entry.seq()));
  }
}
