package io.github.danmuhub.server.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.app.OpenedRoom;
import io.github.danmuhub.app.RoomRefusedException;
import io.github.danmuhub.app.RoomStatus;
import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.event.Connection;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.problem.Problem;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/** {@code /api/rooms}: which rooms the hub listens to. */
public final class RoomsDoor {
  private static final int MAX_NAME = 2_000;
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final Vertx vertx;
  private final Rooms rooms;

  /** Asks {@code rooms} on a worker. */
  public RoomsDoor(Vertx vertx, Rooms rooms) {
    this.vertx = vertx;
    this.rooms = rooms;
  }

  /** {@code GET}. */
  public void list(RoutingContext context) {
    onWorker(rooms::list)
        .onSuccess(open -> Json.send(context.response(), OK, toJson(open).toString()))
        .onFailure(context::fail);
  }

  private static ObjectNode toJson(List<RoomStatus> open) {
    ObjectNode json = Json.message("rooms");
    ArrayNode list = json.putArray("rooms");
    open.forEach(room -> list.add(toJson(room)));
    return json;
  }

  private static ObjectNode toJson(RoomStatus room) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", room.key()).put("platform", room.platform()).put("room", room.room());
    json.put("state", room.state().name().toLowerCase(Locale.ROOT));
    if (room.title() != null) {
      json.put("title", room.title());
    }
    json.set("health", toJson(room.health()));
    return json;
  }

  private static ObjectNode toJson(Connection.Health health) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    if (health.lastFrameMs() >= 0) {
      told.put("last_frame_ms", health.lastFrameMs());
    }
    if (health.roundTripMs() >= 0) {
      told.put("round_trip_ms", health.roundTripMs());
    }
    told.put("frames", health.counts().frames()).put("events", health.counts().events());
    told.put("unknown", health.counts().unknown()).put("malformed", health.counts().malformed());
    told.put("dropped", health.counts().dropped()).put("reconnects", health.counts().reconnects());
    return told.put("copies", health.counts().copies());
  }

  /** {@code POST}. */
  public void open(RoutingContext context) {
    String name = named(context);
    onWorker(() -> rooms.open(name))
        .onSuccess(opened -> opened(context, opened))
        .onFailure(failure -> context.fail(refused(failure)));
  }

  private static void opened(RoutingContext context, OpenedRoom opened) {
    context.response().putHeader("location", "/api/rooms/" + opened.room().key());
    Json.send(context.response(), opened.isNew() ? CREATED : OK, toJson(opened.room()).toString());
  }

  private static Throwable refused(Throwable failure) {
    if (failure instanceof RoomRefusedException refused) {
      return switch (refused.reason()) {
        case UNKNOWN -> new ProblemException(new Problem(422, "bad-room", refused.told()));
        case TOO_MANY -> new ProblemException(new Problem(429, "too-many-rooms", refused.told()));
        case UNREACHABLE -> new ProblemException(new Problem(503, "unreachable", refused.told()));
      };
    }
    return failure;
  }

  /** {@code DELETE}. */
  public void close(RoutingContext context) {
    String room = Objects.requireNonNull(context.pathParam("room"));
    onWorker(() -> rooms.close(room))
        .onSuccess(closed -> closed(context, closed))
        .onFailure(failure -> context.fail(refused(failure)));
  }

  private static void closed(RoutingContext context, boolean closed) {
    if (closed) {
      context.response().setStatusCode(204).end();
    } else {
      context.fail(404, new ProblemException(404, "no-such-room", "this room is not open"));
    }
  }

  private static String named(RoutingContext context) {
    try {
      String body = context.body().asString();
      JsonNode json = Json.object(body == null ? "" : body);
      String room = Json.text(json.path("room"), "room");
      if (room.isBlank() || room.length() > MAX_NAME) {
        throw ProblemException.bad("bad-room", "room is 1 to " + MAX_NAME + " characters");
      }
      return room;
    } catch (JsonProcessingException e) {
      throw ProblemException.bad("bad-body", "send {\"room\":\"bilibili:21452505\"} as JSON");
    }
  }

  private <T> Future<T> onWorker(Callable<T> call) {
    return vertx.executeBlocking(call, true);
  }
}
