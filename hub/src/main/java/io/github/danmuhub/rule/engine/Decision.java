package io.github.danmuhub.rule.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.User;
import io.github.danmuhub.rule.model.Occasion;
import io.github.danmuhub.text.Phrase;
import java.time.Instant;

/**
 * What was decided about one rule at one occasion, and why.
 *
 * @param words why, for a person; may be {@link Phrase#NONE}
 * @param remainingMs how long a limit still holds; 0 where none does
 * @param atMs epoch milliseconds
 */
public record Decision(
    String rule, Source by, Verdict verdict, Phrase words, long remainingMs, long atMs) {

  /**
   * What the rule was asked about.
   *
   * @param seq the event's number in the log; 0 where it has none
   * @param room {@code platform:room}; empty where it was in none
   * @param user who acted, by name; empty where nobody did
   */
  public record Source(String type, long seq, String room, String user) {
    static Source of(Occasion occasion) {
      User user = occasion.user();
      String name = user == null ? "" : user.displayName();
      return new Source(occasion.type(), occasion.seq(), occasion.room(), name);
    }
  }

  /** About this occasion. */
  static Decision of(
      String rule, Occasion occasion, Verdict verdict, Phrase words, long remainingMs, Now now) {
    return new Decision(rule, Source.of(occasion), verdict, words, remainingMs, now.wallMs());
  }

  /** On one line of the audit log, and in the API. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", Instant.ofEpochMilli(atMs).toString());
    json.put("rule", rule).put("on", by.type).put("verdict", verdict.word());
    putIfAny(json, "why", words.toString());
    if (remainingMs > 0) {
      json.put("remaining_ms", remainingMs);
    }
    if (by.seq > 0) {
      json.put("seq", by.seq);
    }
    putIfAny(json, "room", by.room);
    putIfAny(json, "user", by.user);
    return json;
  }

  private static void putIfAny(ObjectNode json, String name, String text) {
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }
}
