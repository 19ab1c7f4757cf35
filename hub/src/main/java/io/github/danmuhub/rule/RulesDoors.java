package io.github.danmuhub.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.BadEventException;
import io.github.danmuhub.event.json.EventReader;
import io.github.danmuhub.rule.engine.Explanation;
import io.github.danmuhub.rule.overlay.OverlayDoor;
import io.github.danmuhub.rule.text.Secrets;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Fault;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What can be asked of the rules; every answer is made on a worker. */
final class RulesDoors {
  private static final int OK = 200;
  private static final int BAD = 400;
  private static final int ABSENT = 404;
  private static final int MOST = 1_000;

  private final Desk desk;
  private final RuleText text;
  private final Recents recents;
  private final Supplier<List<Fault>> faults;
  private final OverlayDoor overlay;

  RulesDoors(
      Desk desk,
      RuleFile file,
      Recents recents,
      Supplier<List<Fault>> faults,
      OverlayDoor overlay) {
    this.desk = desk;
    this.text = new RuleText(file);
    this.recents = recents;
    this.faults = faults;
    this.overlay = overlay;
  }

  List<Door> all() {
    return List.of(
        Door.get("/api/rules", this::rules),
        Door.get("/api/rules/decisions", this::decisions),
        Door.post("/api/rules/try", this::tryOut),
        Door.post("/api/rules/check", this::check),
        Door.post("/api/rules/{id}/fire", this::fire),
        Door.post("/api/rules/{id}/cooldown/reset", this::resetCooldown),
        Door.get("/api/votes", context -> answer(context, this::votes)),
        Door.post("/api/votes/{name}/start", context -> vote(context, desk::startVote)),
        Door.post("/api/votes/{name}/stop", context -> vote(context, desk::stopVote)),
        Door.socket("/ws/rules", overlay::handle));
  }

  private void rules(RoutingContext context) {
    List<String> known = context.queryParam("known");
    answer(context, () -> rules(known));
  }

  private ObjectNode rules(List<String> known) throws IOException {
    RuleText.Shown now = text.now();
    ObjectNode json = Json.message("rules").put("revision", now.revision());
    if (!known.contains(now.revision())) {
      json.put("text", now.text());
    }
    put(json, faults.get());
    ArrayNode states = json.putArray("rules");
    desk.states().forEach(state -> states.add(state.toJson()));
    ObjectNode counters = json.putObject("counters");
    desk.counters().forEach(counters::put);
    return json;
  }

  private static void put(ObjectNode json, List<Fault> faults) {
    ArrayNode list = json.putArray("faults");
    for (Fault fault : faults) {
      ObjectNode each =
          list.addObject()
              .put("line", fault.place().line())
              .put("column", fault.place().column())
              .put("why", fault.words().toString());
      Json.told(each, fault.words());
    }
  }

  private void decisions(RoutingContext context) {
    List<String> asked = context.queryParam("limit");
    int limit = asked.isEmpty() ? 100 : limit(asked.get(0));
    ObjectNode json = Json.message("decisions");
    ArrayNode list = json.putArray("decisions");
    recents.newest(limit).forEach(list::add);
    Json.send(context.response(), OK, json.toString());
  }

  private static int limit(String asked) {
    return asked.matches("\\d{1,4}") ? Math.min(MOST, Integer.parseInt(asked)) : MOST;
  }

  private void tryOut(RoutingContext context) {
    LiveEvent event;
    try {
      event = EventReader.read(body(context)).event();
    } catch (BadEventException e) {
      refuse(context, BAD, "bad-event", "send one event as JSON v1: " + e.getMessage());
      return;
    }
    answer(
        context,
        () -> {
          ObjectNode json = Json.message("tried");
          ArrayNode list = json.putArray("decisions");
          for (Explanation each : desk.explain(event)) {
            list.add(Secrets.masked(Json.told(each.toJson(), each.decision().words())));
          }
          return json;
        });
  }

  private void check(RoutingContext context) {
    String yaml = body(context);
    answer(
        context,
        () -> {
          ObjectNode json = Json.message("checked");
          put(json, desk.check(yaml).faults());
          return json;
        });
  }

  private void fire(RoutingContext context) {
    String id = Objects.requireNonNull(context.pathParam("id"));
    Map<String, String> said;
    try {
      String body = body(context);
      JsonNode json = body.isBlank() ? Json.message("") : Json.object(body);
      said = json.has("text") ? Map.of("text", Json.text(json.path("text"), "text")) : Map.of();
    } catch (JsonProcessingException e) {
      refuse(context, BAD, "bad-body", "send nothing, or {\"text\":\"hello\"} as JSON");
      return;
    }
    done(context, () -> desk.fire(id, said), Phrase.of("rules.no-http"));
  }

  private void resetCooldown(RoutingContext context) {
    String id = Objects.requireNonNull(context.pathParam("id"));
    done(context, () -> desk.resetCooldown(id), Phrase.of("rules.no-rule"));
  }

  private ObjectNode votes() {
    ObjectNode json = Json.message("votes");
    ArrayNode list = json.putArray("votes");
    desk.votes().forEach(tally -> list.add(tally.toJson()));
    return json;
  }

  private interface Named {
    boolean of(String name);
  }

  private static void vote(RoutingContext context, Named what) {
    String name = Objects.requireNonNull(context.pathParam("name"));
    done(context, () -> what.of(name), Phrase.of("rules.no-vote"));
  }

  private static String body(RoutingContext context) {
    String body = context.body().asString();
    return body == null ? "" : body;
  }

  private static void done(RoutingContext context, Callable<Boolean> call, Phrase otherwise) {
    context
        .vertx()
        .executeBlocking(call, false)
        .onSuccess(
            found -> {
              if (found) {
                context.response().setStatusCode(204).end();
              } else {
                context.fail(Json.refusal(ABSENT, "not-found", otherwise));
              }
            })
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, Callable<ObjectNode> made) {
    context
        .vertx()
        .executeBlocking(made, false)
        .onSuccess(json -> Json.send(context.response(), OK, json.toString()))
        .onFailure(context::fail);
  }

  private static void refuse(RoutingContext context, int status, String name, String why) {
    context.fail(Json.refusal(status, name, why));
  }
}
