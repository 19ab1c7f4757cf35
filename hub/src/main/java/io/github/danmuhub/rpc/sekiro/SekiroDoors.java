package io.github.danmuhub.rpc.sekiro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.PageLimits;
import io.github.danmuhub.rpc.desk.Desk;
import io.github.danmuhub.rpc.dialect.Registration;
import io.github.danmuhub.rpc.dialect.Words;
import io.github.danmuhub.server.door.Deeds;
import io.github.danmuhub.server.door.Door;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** The doors of a sekiro hub. */
public final class SekiroDoors {
  private static final List<String> PREFIXES = List.of("/business", "/business-demo");

  private final Clients clients;
  private final SekiroCalls calls;
  private final Registration pages;

  /** To the pages of this desk, whichever way they came. */
  public SekiroDoors(Desk desk, PageLimits limits, Tallies tallies) {
    this.clients = desk.clients();
    this.calls = new SekiroCalls(desk);
    this.pages = new Registration(new SekiroPages(), limits, clients, tallies);
  }

  /** The table; pages of these origins may register. */
  public List<Door> all(List<String> origins) {
    List<Door> all = new ArrayList<>();
    all.add(Door.socket("/register", pages::handle).withGuests(origins));
    for (String prefix : PREFIXES) {
      all.add(Door.socket(prefix + "/register", pages::handle).withGuests(origins));
      both(all, prefix + "/invoke", calls::invoke);
      both(all, prefix + "/groupList", this::groups);
      both(all, prefix + "/clientQueue", this::queue);
    }
    return List.copyOf(all);
  }

  private static void both(List<Door> all, String path, Handler<RoutingContext> handler) {
    all.add(Door.get(path, Deeds.notByForeignPages(handler)));
    all.add(Door.post(path, handler));
  }

  private void groups(RoutingContext context) {
    answer(context, clients.groups());
  }

  private void queue(RoutingContext context) {
    String group = Words.of(context).text("group");
    if (group.isBlank()) {
      SekiroAnswers.send(
          context, SekiroAnswers.OK, SekiroAnswers.failure(SekiroAnswers.NO_GROUP, 0));
    } else {
      answer(context, clients.of(group).stream().map(each -> each.name().id()).toList());
    }
  }

  private static void answer(RoutingContext context, List<String> names) {
    ObjectNode json = SekiroAnswers.json();
    ArrayNode data = json.putArray("data");
    names.forEach(data::add);
    SekiroAnswers.send(context, SekiroAnswers.OK, json.put("ok", true).put("status", 0));
  }
}
