package io.github.danmuhub.rpc.sekiro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Answer;
import io.github.danmuhub.rpc.call.CallJson;
import io.github.danmuhub.rpc.call.Wire;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.rpc.dialect.Dialect;
import io.github.danmuhub.server.door.DoorSocket;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Sekiro's pages. */
final class SekiroPages implements Dialect {
  private static final int BAD = 400;
  private static final String WHO = "{group} or {clientId} can not be empty!!";

  @Override
  public @Nullable ClientName name(RoutingContext context) {
    MultiMap query = context.queryParams();
    String group = query.get("group");
    String id = query.get("clientId");
    if (group == null || id == null || !ClientName.isName(group) || !ClientName.isName(id)) {
      refuse(context, BAD, WHO);
      return null;
    }
    return new ClientName(group, id);
  }

  @Override
  public void refuse(RoutingContext context, int status, String words) {
    context.response().setStatusCode(status).putHeader("content-type", "text/plain").end(words);
  }

  @Override
  public Wire wire(DoorSocket socket, ClientName name) {
    return new SekiroWire(socket, name.group());
  }

  @Override
  public @Nullable String greeting(ClientName name) {
    return null;
  }

  /** A text like {@code 5} comes bare, without its number: its call times out, as it does there. */
  @Override
  public boolean hear(RpcClient page, String text) throws JsonProcessingException {
    JsonNode message = CallJson.read(text);
    int number = message.path(SekiroWire.NUMBER).asInt();
    if (!(message instanceof ObjectNode whole) || number <= 0) {
      return false;
    }
    whole.remove(SekiroWire.NUMBER);
    page.calls().answer(number, answer(whole));
    return true;
  }

  private static Answer answer(ObjectNode whole) {
    return whole.path("status").asInt() == SekiroAnswers.FAILED && whole.has("message")
        ? new Answer.Failed("", whole.path("message").asText(), whole)
        : new Answer.Value(whole);
  }
}
