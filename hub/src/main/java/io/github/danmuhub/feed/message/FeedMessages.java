package io.github.danmuhub.feed.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.feed.decode.JsonText;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.script.Carried;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A site's messages, both ways: the first rule that fits says what a message is.
 *
 * @param rules in their order
 * @param passed messages that tell nothing: heartbeats' answers and the like
 * @param name where a message says what it is
 */
public record FeedMessages(List<EventRule> rules, List<Condition> passed, JsonPath name) {
  public FeedMessages {
    rules = List.copyOf(rules);
    passed = List.copyOf(passed);
  }

  /** Whether it tells nothing. */
  public boolean passesOver(JsonNode message) {
    return passed.stream().anyMatch(condition -> condition.holds(message));
  }

  /** The event; {@link Unknown}, with the message, where no rule fits. */
  public LiveEvent read(JsonNode message, RoomRef room, long received, boolean keepRaw) {
    for (EventRule rule : rules) {
      LiveEvent event = rule.read(message, room, received, keepRaw);
      if (event != null) {
        return event;
      }
    }
    Raw raw = Raw.json(JsonText.write(message));
    return new Unknown(
        Origin.ours(room.platform(), room.room(), received).withRaw(raw),
        name.text(message).orElse("?"));
  }

  /** The rule whose message it is. */
  public Optional<EventRule> ruleOf(JsonNode message) {
    RoomRef nowhere = new RoomRef("", "");
    return rules.stream().filter(r -> r.read(message, nowhere, 0, false) != null).findFirst();
  }

  /** The event as the site tells it; null where it has no such message. */
  public @Nullable JsonNode write(LiveEvent event) {
    return rules.stream()
        .filter(rule -> rule.isOf(event))
        .findFirst()
        .map(rule -> rule.write(event))
        .orElse(null);
  }

  /** The same message with a fresh id. */
  public JsonNode renewed(JsonNode message, long round) {
    return ruleOf(message).map(rule -> rule.renewed(message, round)).orElse(message);
  }

  /** What the messages carry, a line for each type. */
  public Carried.Line[] lines() {
    return rules.stream()
        .filter(rule -> isFirst(rule))
        .map(EventRule::line)
        .toArray(Carried.Line[]::new);
  }

  private boolean isFirst(EventRule rule) {
    return rules.stream().filter(other -> other.kind() == rule.kind()).findFirst().orElse(rule)
        == rule;
  }
}
