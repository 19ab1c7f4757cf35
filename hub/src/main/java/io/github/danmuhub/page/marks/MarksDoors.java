package io.github.danmuhub.page.marks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.server.door.Deeds;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.door.Sockets;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Marks by HTTP, and {@code /ws/marks}, which tells every page of them: all of it at first, then
 * what changes. On the loop only. A page that does not read misses changes and is closed, so that
 * it comes back and hears all of it.
 *
 * <pre>
 * {"type":"marks","read":[…],"featured":{…}?}      at first
 * {"type":"read","events":[…]}  {"type":"unread","events":[…]}
 * {"type":"feature","event":{…}}  {"type":"clear"}
 * </pre>
 */
public final class MarksDoors {
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BAD = 400;
  private static final int MOST_AT_ONCE = 1_000;
  private static final int LONGEST_NAME = 300;
  private static final int FROM_CLIENT = 1_024;
  private static final short TRY_AGAIN = 1013;

  private final Sockets sockets = new Sockets(FROM_CLIENT);
  private final Set<DoorSocket> pages = new HashSet<>();
  private final Marks marks = new Marks();
  private final UnreadPaid unread;
  private @Nullable JsonNode featured;

  /** Nothing is marked yet; {@code log} is asked for when the next message is wanted. */
  public MarksDoors(Supplier<EventLog> log) {
    this.unread = new UnreadPaid(log);
  }

  /** Their lines in the table of doors. */
  public List<Door> doors() {
    return List.of(
        Door.get("/api/marks", this::list),
        Door.post("/api/marks", this::mark),
        Door.post("/api/overlay/feature", this::feature),
        Door.post("/api/overlay/next", this::next),
        Door.get("/api/overlay/next", pressed(this::next)),
        Door.post("/api/overlay/clear", this::clear),
        Door.get("/api/overlay/clear", pressed(this::clear)),
        Door.socket("/ws/marks", this::watch));
  }

  private void list(RoutingContext context) {
    Json.send(context.response(), OK, state().toString());
  }

  private ObjectNode state() {
    ObjectNode state = Json.message("marks");
    marks.all().forEach(state.putArray("read")::add);
    if (featured != null) {
      state.set("featured", featured);
    }
    return state;
  }

  private void mark(RoutingContext context) {
    JsonNode body = body(context);
    if (body == null) {
      return;
    }
    List<String> read = Json.texts(body.path("read"), "read");
    List<String> unread = Json.texts(body.path("unread"), "unread");
    if (areTooMany(read) || areTooMany(unread)) {
      refuse(
          context,
          "name at most %d events at once, in %d characters each"
              .formatted(MOST_AT_ONCE, LONGEST_NAME));
      return;
    }
    marks.read(read);
    marks.unread(unread);
    tell("read", read);
    tell("unread", unread);
    end(context);
  }

  private static boolean areTooMany(List<String> names) {
    return names.size() > MOST_AT_ONCE
        || names.stream().anyMatch(name -> name.length() > LONGEST_NAME);
  }

  private void tell(String type, List<String> events) {
    if (!events.isEmpty()) {
      ObjectNode told = Json.message(type);
      events.forEach(told.putArray("events")::add);
      tellAll(told);
    }
  }

  /** The body is an event, as the hub told it. */
  private void feature(RoutingContext context) {
    JsonNode event = body(context);
    if (event != null) {
      show(event);
      end(context);
    }
  }

  private void show(JsonNode event) {
    featured = event;
    ObjectNode told = Json.message("feature");
    told.set("event", event);
    tellAll(told);
  }

  /** Features the oldest paid message without a tick, and ticks it. */
  private void next(RoutingContext context) {
    Set<String> read = Set.copyOf(marks.all());
    context
        .vertx()
        .executeBlocking(() -> unread.oldest(read))
        .onSuccess(found -> found.ifPresentOrElse(one -> advance(context, one), () -> end(context)))
        .onFailure(context::fail);
  }

  private void advance(RoutingContext context, UnreadPaid.Found found) {
    List<String> names = List.of(found.name());
    marks.read(names);
    tell("read", names);
    show(found.event());
    Json.send(context.response(), OK, found.event().toString());
  }

  /** Needs no body: a key of a Stream Deck calls it. */
  private void clear(RoutingContext context) {
    featured = null;
    tellAll(Json.message("clear"));
    end(context);
  }

  private static void end(RoutingContext context) {
    context.response().setStatusCode(NO_CONTENT).end();
  }

  /** For keys that only open an address. A link on somebody's page must not press them. */
  private static Handler<RoutingContext> pressed(Handler<RoutingContext> deed) {
    return Deeds.notByForeignPages(
        context -> {
          if (context.request().method().equals(HttpMethod.HEAD)) {
            end(context);
          } else {
            deed.handle(context);
          }
        });
  }

  private static @Nullable JsonNode body(RoutingContext context) {
    try {
      String body = context.body().asString();
      return Json.object(body == null ? "" : body);
    } catch (JsonProcessingException e) {
      refuse(context, "send one JSON object (docs/api.md)");
      return null;
    }
  }

  private static void refuse(RoutingContext context, String words) {
    context.fail(Json.refusal(BAD, "bad-marks", words));
  }

  private void watch(RoutingContext context) {
    sockets.upgrade(
        context,
        page -> {
          page.onEnd(() -> pages.remove(page));
          pages.add(page);
          page.write(state().toString());
        });
  }

  private void tellAll(ObjectNode message) {
    String text = message.toString();
    for (DoorSocket page : List.copyOf(pages)) {
      if (page.isFull()) {
        page.close(TRY_AGAIN, "too slow: come back");
      } else {
        page.write(text);
      }
    }
  }
}
