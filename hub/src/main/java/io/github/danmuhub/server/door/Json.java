package io.github.danmuhub.server.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.server.problem.Problem;
import io.github.danmuhub.server.problem.ProblemException;
import io.github.danmuhub.server.problem.ToldJson;
import io.github.danmuhub.text.Phrase;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;

/** Small JSON from clients, bounded in depth, and our own answers and messages to them. */
public final class Json {
  private static final int DEPTH = 16;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private Json() {}

  /**
   * One object.
   *
   * @throws JsonProcessingException where it is not JSON
   * @throws ProblemException where it is no object
   */
  public static JsonNode object(String text) throws JsonProcessingException {
    JsonNode node = MAPPER.readTree(text);
    if (!node.isObject()) {
      throw ProblemException.bad("bad-message", "a JSON object is needed");
    }
    return node;
  }

  /** A string. */
  public static String text(JsonNode node, String name) {
    if (!node.isTextual()) {
      throw ProblemException.bad("bad-message", name + " is a string");
    }
    return node.textValue();
  }

  /** An array of strings; empty where absent. */
  public static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    if (!node.isArray() && !node.isMissingNode()) {
      throw ProblemException.bad("bad-message", name + " is an array of strings");
    }
    node.forEach(each -> texts.add(text(each, "each of " + name)));
    return texts;
  }

  /**
   * A refusal in words, for {@code context.fail}.
   *
   * @param name a stable word for programs
   * @param detail for a person: what is wrong and what to do
   */
  public static RuntimeException refusal(int status, String name, String detail) {
    return new ProblemException(status, name, detail);
  }

  /** Likewise, in words that a page says in its own language. */
  public static RuntimeException refusal(int status, String name, Phrase detail) {
    return new ProblemException(new Problem(status, name, detail));
  }

  /**
   * The object with {@code told}: why, by its key, for pages that have words of their own; without
   * it where nothing is to be said.
   */
  public static ObjectNode told(ObjectNode json, Phrase phrase) {
    if (!phrase.equals(Phrase.NONE)) {
      json.set("told", told(phrase));
    }
    return json;
  }

  /** As {@code told} has it: the key, and what is filled in. */
  public static ArrayNode told(Phrase phrase) {
    return ToldJson.write(phrase);
  }

  /** An answer that nobody keeps. */
  public static void send(HttpServerResponse response, int status, String json) {
    response.setStatusCode(status).putHeader("content-type", "application/json");
    response.putHeader("cache-control", "no-store").end(json);
  }

  /** {@code {"v":1,"type":type}}. */
  public static ObjectNode message(String type) {
    return JsonNodeFactory.instance.objectNode().put("v", 1).put("type", type);
  }
}
