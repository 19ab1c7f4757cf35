package io.github.danmuhub.rpc.jsrpc;

import static io.github.danmuhub.server.door.Deeds.notByForeignPages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.PageLimits;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.rpc.desk.Desk;
import io.github.danmuhub.rpc.dialect.Registration;
import io.github.danmuhub.rpc.dialect.Words;
import io.github.danmuhub.server.door.Door;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The doors of a JsRpc hub. */
public final class JsRpcDoors {
  private final Clients clients;
  private final JsRpcCalls calls;
  private final Registration pages;

  /** To the pages of this desk, whichever way they came. */
  public JsRpcDoors(Desk desk, PageLimits limits, Tallies tallies) {
    this.clients = desk.clients();
    this.calls = new JsRpcCalls(desk);
    this.pages = new Registration(new JsRpcPages(), limits, clients, tallies);
  }

  /** The table; pages of these origins may register. */
  public List<Door> all(List<String> origins) {
    return List.of(
        Door.socket("/ws", pages::handle).withGuests(origins),
        Door.get("/go", notByForeignPages(calls::go)),
        Door.post("/go", calls::go),
        Door.get("/execjs", notByForeignPages(calls::execute)),
        Door.post("/execjs", calls::execute),
        Door.get("/page/cookie", notByForeignPages(calls::cookie)),
        Door.get("/page/html", notByForeignPages(calls::html)),
        Door.get("/list", this::list),
        Door.get("/details", this::details),
        Door.delete("/kick", this::kick));
  }

  private void list(RoutingContext context) {
    ObjectNode data = JsRpcAnswers.json();
    for (RpcClient each : clients.all()) {
      array(data, each).add(each.name().id());
    }
    answer(context, data);
  }

  private void details(RoutingContext context) {
    ObjectNode data = JsRpcAnswers.json();
    for (RpcClient each : clients.all()) {
      ObjectNode json = array(data, each).addObject();
      json.put("clientId", each.name().id()).put("clientIp", "127.0.0.1");
      json.put("isHealthy", true).put("failCount", 0);
      var actions = json.putArray("actions");
      each.actions().ifPresent(names -> names.forEach(actions::add));
    }
    answer(context, data);
  }

  private static ArrayNode array(ObjectNode data, RpcClient client) {
    String group = client.name().group();
    return data.get(group) instanceof ArrayNode there ? there : data.putArray(group);
  }

  private static void answer(RoutingContext context, ObjectNode data) {
    ObjectNode json = JsRpcAnswers.json().put("status", JsRpcAnswers.OK);
    json.set("data", data);
    JsRpcAnswers.send(context, JsRpcAnswers.OK, json);
  }

  private void kick(RoutingContext context) {
    Words words = Words.of(context);
    String group = words.text("group");
    String id = words.text("clientId");
    Optional<RpcClient> client = clients.find(new ClientName(group, id));
    if (group.isEmpty() || id.isEmpty()) {
      JsRpcAnswers.send(context, JsRpcAnswers.BAD, JsRpcAnswers.KICK_WHOM);
    } else if (client.isEmpty()) {
      JsRpcAnswers.send(context, JsRpcAnswers.NOT_FOUND, JsRpcAnswers.NOBODY);
    } else {
      clients.kick(client.get());
      JsRpcAnswers.send(context, JsRpcAnswers.OK, JsRpcAnswers.KICKED);
    }
  }
}
