package io.github.danmuhub.page;

import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code /api/demo}: simulated rooms for who has none yet. Called on a worker; may block.
 *
 * @param runs whether they are shown
 * @param begin shows them, where they are not shown already
 */
public record DemoDoor(Callable<Boolean> runs, Callable<Boolean> begin) {
  private static final int OK = 200;

  /** Its lines in the table of doors. */
  public List<Door> doors() {
    return List.of(
        Door.get("/api/demo", context -> answer(context, runs)),
        Door.post("/api/demo", context -> answer(context, begin)));
  }

  private static void answer(RoutingContext context, Callable<Boolean> runs) {
    context
        .vertx()
        .executeBlocking(runs, true)
        .onSuccess(
            yes ->
                Json.send(context.response(), OK, Json.message("demo").put("runs", yes).toString()))
        .onFailure(context::fail);
  }
}
