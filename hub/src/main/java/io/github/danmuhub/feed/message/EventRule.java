package io.github.danmuhub.feed.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.feed.decode.JsonText;
import io.github.danmuhub.feed.path.Value;
import io.github.danmuhub.feed.yaml.FeedException;
import io.github.danmuhub.feed.yaml.YamlNode;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.script.Carried;
import io.github.danmuhub.text.Phrase;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which messages are which event, and where in them its fields stand; both ways. Immutable. */
public final class EventRule {
  private final EventKind kind;
  private final Condition when;
  private final Map<String, Value> fields;
  private final MessageTime time;

  private EventRule(EventKind kind, Condition when, Map<String, Value> fields, MessageTime time) {
    this.kind = kind;
    this.when = when;
    this.fields = Map.copyOf(fields);
    this.time = time;
  }

  /** Reads one item of {@code events:}. */
  public static EventRule of(YamlNode item) {
    EventKind kind = kind(item.need("type"));
    Set<String> known = new TreeSet<>(kind.fields());
    known.addAll(Set.of("type", "when", "time_unit", "zone"));
    item.only(known.toArray(String[]::new));
    kind.needed().forEach(item::need);
    Map<String, Value> fields = new LinkedHashMap<>();
    kind.fields().forEach(field -> read(field, item.get(field), fields));
    return new EventRule(kind, Condition.of(item.get("when")), fields, time(item));
  }

  private static EventKind kind(YamlNode type) {
    return Arrays.stream(EventKind.values())
        .filter(kind -> kind.word().equals(type.asText()))
        .findFirst()
        .orElseThrow(
            () ->
                type.wrong(
                    Phrase.of(
                        "feed.event",
                        Phrase.list(
                            Arrays.stream(EventKind.values()).map(EventKind::word).toList()))));
  }

  private static void read(String field, @Nullable YamlNode value, Map<String, Value> fields) {
    if (value != null) {
      try {
        fields.put(field, new Value(value.asText()));
      } catch (IllegalArgumentException e) {
        throw value.wrong(e);
      }
    }
  }

  private static MessageTime time(YamlNode item) {
    YamlNode unit = item.get("time_unit");
    YamlNode zone = item.get("zone");
    try {
      return new MessageTime(
          unit == null
              ? MessageTime.Unit.MS
              : MessageTime.Unit.valueOf(unit.asText().toUpperCase(Locale.ROOT)),
          zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone.asText()));
    } catch (FeedException e) {
      throw e;
    } catch (DateTimeException e) {
      throw item.wrong(Phrase.of("feed.zone"));
    } catch (IllegalArgumentException e) {
      throw item.wrong(Phrase.of("feed.time-unit"));
    }
  }

  /** Null where it is not this rule's message. */
  @Nullable LiveEvent read(JsonNode message, RoomRef room, long received, boolean keepRaw) {
    Reading in = new Reading(message, fields);
    boolean whole = kind.needed().stream().allMatch(field -> in.text(field).isPresent());
    if (!whole || !when.holds(message)) {
      return null;
    }
    Raw raw = keepRaw ? Raw.json(JsonText.write(message)) : null;
    long told = in.text("time").map(time::read).orElse(0L);
    String id = in.textOrNull("id");
    return kind.read(in, new Origin(room.platform(), room.room(), id, told, received, false, raw));
  }

  boolean isOf(LiveEvent event) {
    return kind.type().isInstance(event);
  }

  /** The event as the site tells it. */
  JsonNode write(LiveEvent event) {
    Writing out = new Writing(when.write(JsonNodeFactory.instance.objectNode()), fields);
    out.text("id", event.origin().id()).put("time", time.write(event.origin().time()));
    kind.write(event, out);
    return out.message();
  }

  /** The same message under another id. */
  JsonNode renewed(JsonNode message, long round) {
    Value id = fields.get("id");
    return id == null
        ? message
        : id.read(message)
            .map(old -> id.write(message.deepCopy(), TextNode.valueOf(old + "-" + round)))
            .orElse(message);
  }

  Carried.Line line() {
    return kind.line(told(), told().contains("time") ? time.precision() : Carried.NO_TIME);
  }

  /** The fields that a message tells. */
  Set<String> told() {
    Set<String> told = new TreeSet<>();
    fields.forEach(
        (field, value) -> {
          if (value.isTold()) {
            told.add(field);
          }
        });
    return told;
  }

  /** The fields and where they stand, for people. */
  public Map<String, Value> fields() {
    return fields;
  }

  /** Which event it is. */
  public EventKind kind() {
    return kind;
  }
}
