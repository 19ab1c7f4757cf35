package io.github.danmuhub.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.app.Takes;
import io.github.danmuhub.app.Takes.Take;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.text.Told;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/** {@code /api/recordings}: what is recorded, begun and ended by a person. */
public record TakesDoor(Takes takes) {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  /** Its lines in the table of doors. */
  public List<Door> doors() {
    return List.of(
        Door.get("/api/recordings", context -> answer(context, this::json)),
        Door.post("/api/recordings", context -> answer(context, this::start)),
        Door.delete("/api/recordings/{name}", this::stop));
  }

  private ObjectNode start() throws IOException {
    takes.start();
    return json();
  }

  private void stop(RoutingContext context) {
    String name = Objects.requireNonNull(context.pathParam("name"));
    answer(
        context,
        () -> {
          if (!takes.stop(name)) {
            throw Json.refusal(NOT_FOUND, "no-such-recording", "no recording of this name runs");
          }
          return json();
        });
  }

  private ObjectNode json() {
    ObjectNode json = Json.message("recordings").put("may_start", takes.mayStart());
    ArrayNode list = json.putArray("recordings");
    for (Take take : takes.list()) {
      list.addObject()
          .put("name", take.name())
          .put("state", take.state().name().toLowerCase(Locale.ROOT))
          .put("since", take.since())
          .put("bytes", take.bytes())
          .put("events", take.events())
          .put("lost", take.lost());
    }
    return json;
  }

  private static void answer(RoutingContext context, Callable<ObjectNode> made) {
    context
        .vertx()
        .executeBlocking(made, true)
        .onSuccess(json -> Json.send(context.response(), OK, json.toString()))
        .onFailure(failure -> context.fail(refused(failure)));
  }

  private static Throwable refused(Throwable failure) {
    if (failure instanceof Told ours) {
      return Json.refusal(CONFLICT, "not-recorded", ours.told());
    }
    return failure instanceof IOException
        ? Json.refusal(CONFLICT, "not-recorded", String.valueOf(failure.getMessage()))
        : failure;
  }
}
