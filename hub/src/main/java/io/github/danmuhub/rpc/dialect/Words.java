package io.github.danmuhub.rpc.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.CallJson;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.ext.web.RoutingContext;

/** What a request says, by name: in its address, and in a body that is a form or a JSON object. */
public record Words(ObjectNode all) {
  private static final int MOST = 1_024;

  /** Of a request; of two of one name the body's counts, in the address the first. */
  public static Words of(RoutingContext context) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    context
        .queryParams()
        .forEach(
            each -> {
              if (!all.has(each.getKey())) {
                all.put(each.getKey(), each.getValue());
              }
            });
    String body = context.body() == null ? null : context.body().asString();
    if (body != null && !body.isBlank()) {
      addBody(all, body);
    }
    return new Words(all);
  }

  private static void addBody(ObjectNode all, String body) {
    try {
      JsonNode json = CallJson.read(body);
      if (json.isObject()) {
        all.setAll((ObjectNode) json);
        return;
      }
    } catch (JsonProcessingException e) {
      // then it is a form
    }
    new QueryStringDecoder(body, UTF_8, false, MOST)
        .parameters()
        .forEach((name, values) -> all.put(name, values.get(0)));
  }

  /** The text of this name, or of a value of JSON; empty where there is none. */
  public String text(String name) {
    JsonNode value = all.path(name);
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
