package io.github.danmuhub.rpc.jsrpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.rpc.call.Wire;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.rpc.dialect.Dialect;
import io.github.danmuhub.server.door.DoorSocket;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JsRpc's pages. */
final class JsRpcPages implements Dialect {
  private static final int ACTIONS = 1_024;
  private static final String OFFER = "_registerActions";

  @Override
  public @Nullable ClientName name(RoutingContext context) {
    MultiMap query = context.queryParams();
    String group = query.get("group");
    String given = query.get("clientId");
    String id = given == null || given.isEmpty() ? UUID.randomUUID().toString() : given;
    if (group == null || !ClientName.isName(group) || !ClientName.isName(id)) {
      refuse(context, JsRpcAnswers.BAD, JsRpcAnswers.NO_GROUP);
      return null;
    }
    return new ClientName(group, id);
  }

  @Override
  public void refuse(RoutingContext context, int status, String words) {
    JsRpcAnswers.send(context, status, words);
  }

  @Override
  public Wire wire(DoorSocket socket, ClientName name) {
    return new JsRpcWire(socket);
  }

  @Override
  public String greeting(ClientName name) {
    return JsonNodeFactory.instance.objectNode().put("registerId", name.id()).toString();
  }

  @Override
  public boolean hear(RpcClient page, String text) throws JsonProcessingException {
    JsonNode message = CallJson.read(text);
    String number = message.path("message_id").asText();
    if (message.path("action").asText().equals(OFFER) && number.isEmpty()) {
      return offer(page, CallJson.read(message.path("response_data").asText()));
    }
    if (!number.matches("[0-9]{1,10}") || Long.parseLong(number) > Integer.MAX_VALUE) {
      return false;
    }
    page.calls().answer(Integer.parseInt(number), answer(message));
    return true;
  }

  private static boolean offer(RpcClient page, JsonNode names) {
    Set<String> actions = new LinkedHashSet<>();
    names.forEach(each -> actions.add(each.asText()));
    actions.removeIf(name -> !ClientName.isName(name));
    if (!names.isArray() || actions.size() > ACTIONS) {
      return false;
    }
    page.offer(actions);
    return true;
  }

  /** Its hub knows text only, and an undefined value as an empty one. */
  private static Answer answer(JsonNode message) {
    JsonNode value = message.path("response_data");
    return new Answer.Value(value.isMissingNode() ? TextNode.valueOf("") : value);
  }
}
