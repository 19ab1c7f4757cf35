package io.github.danmuhub.rpc.door;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.client.ClientName;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.RpcClient;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.door.Refusal;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which pages are there, and what they can do; one is kicked. */
final class PagesDoor {
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;

  private final Clients clients;

  PagesDoor(Clients clients) {
    this.clients = clients;
  }

  void groups(RoutingContext context) {
    ObjectNode json = Json.message("groups");
    ArrayNode list = json.putArray("groups");
    for (String group : clients.groups()) {
      List<RpcClient> pages = clients.of(group);
      ObjectNode each = list.addObject().put("group", group).put("clients", pages.size());
      Set<String> actions = new TreeSet<>();
      pages.forEach(page -> page.actions().ifPresent(actions::addAll));
      actions.forEach(each.putArray("actions")::add);
    }
    Json.send(context.response(), Answers.OK, json.toString());
  }

  void clients(RoutingContext context) {
    ObjectNode json = Json.message("clients");
    ArrayNode list = json.putArray("clients");
    clients.all().forEach(client -> put(list.addObject(), client));
    Json.send(context.response(), Answers.OK, json.toString());
  }

  private static void put(ObjectNode json, RpcClient client) {
    json.put("group", client.name().group()).put("id", client.name().id());
    json.put("way", client.way()).put("waiting", client.calls().size());
    if (!client.page().isEmpty()) {
      json.put("page", client.page());
    }
    client.actions().ifPresent(actions -> actions.forEach(json.putArray("actions")::add));
  }

  void kick(RoutingContext context) {
    String group = requireNonNull(context.pathParam("group"));
    String id = requireNonNull(context.pathParam("id"));
    Optional<RpcClient> client = clients.find(new ClientName(group, id));
    if (client.isPresent()) {
      clients.kick(client.get());
      context.response().setStatusCode(NO_CONTENT).end();
    } else {
      Refusal.send(
          context, NOT_FOUND, "no-such-client", "GET /rpc/clients lists the pages that are here");
    }
  }
}
