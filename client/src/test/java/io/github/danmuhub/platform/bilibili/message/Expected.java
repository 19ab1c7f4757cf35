package io.github.danmuhub.platform.bilibili.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.event.json.EventWriter;
import java.util.ArrayList;
import java.util.List;

/** What a message must become: parts of JSON v1. */
final class Expected {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Expected() {}

  /** As many events as expected, each with all that is expected of it. */
  static void becomes(byte[] message, JsonNode expected) throws Exception {
    List<JsonNode> actual = written(EventLog.of(message));
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(contains(actual.get(i), expected.get(i)))
          .as("%s in %s", expected.get(i), actual.get(i))
          .isTrue();
    }
  }

  static List<JsonNode> written(List<LiveEvent> events) throws Exception {
    List<JsonNode> written = new ArrayList<>();
    for (LiveEvent event : events) {
      byte[] json = EventWriter.write(event);
      assertThat(EventWriter.write(EventReader.read(json))).isEqualTo(json);
      written.add(JSON.readTree(json));
    }
    return written;
  }

  /** Objects may have more fields, arrays may not have more elements. */
  private static boolean contains(JsonNode whole, JsonNode part) {
    if (part.isObject()) {
      return part.properties().stream()
          .allMatch(f -> whole.has(f.getKey()) && contains(whole.get(f.getKey()), f.getValue()));
    }
    if (part.isArray()) {
      boolean same = whole.size() == part.size();
      for (int i = 0; same && i < part.size(); i++) {
        same = contains(whole.get(i), part.get(i));
      }
      return same;
    }
    return whole.equals(part);
  }
}
