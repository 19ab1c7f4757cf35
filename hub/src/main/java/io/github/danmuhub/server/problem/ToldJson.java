package io.github.danmuhub.server.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person is told, as JSON, before a language is chosen: {@code ["gate.held", "cellar"]}, the
 * key of the dictionaries and what is filled in; a phrase in it is such an array itself.
 */
public final class ToldJson {
  private ToldJson() {}

  public static ArrayNode write(Phrase phrase) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode().add(phrase.key());
    for (Object part : phrase.parts()) {
      if (part instanceof Phrase inner) {
        json.add(write(inner));
      } else if (part instanceof Number number) {
        json.add(number.longValue());
      } else {
        json.add(part.toString());
      }
    }
    return json;
  }

  /** Empty where there is none, or our dictionaries have no words for it. */
  public static Optional<Phrase> read(JsonNode json) {
    if (!json.isArray() || !Words.ENGLISH.has(json.path(0).asText())) {
      return Optional.empty();
    }
    List<Object> parts = new ArrayList<>();
    for (int i = 1; i < json.size(); i++) {
      JsonNode part = json.get(i);
      parts.add(part.isIntegralNumber() ? part.longValue() : part(part));
    }
    return Optional.of(new Phrase(json.path(0).asText(), parts));
  }

  private static Object part(JsonNode json) {
    return read(json).map(Object.class::cast).orElseGet(json::asText);
  }
}
