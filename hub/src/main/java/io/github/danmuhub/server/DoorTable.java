package io.github.danmuhub.server;

import io.github.danmuhub.app.Rooms;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.server.door.Documents;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.door.Topics;
import io.github.danmuhub.server.net.Guard;
import io.github.danmuhub.server.reader.PollDoor;
import io.github.danmuhub.server.reader.Readers;
import io.github.danmuhub.server.reader.SocketDoor;
import io.github.danmuhub.server.reader.SseDoor;
import io.github.danmuhub.server.room.RoomsDoor;
import io.vertx.core.Vertx;
import java.util.List;

/** The table of the hub's own doors. */
final class DoorTable {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private DoorTable() {}

  static List<Door> of(
      Vertx vertx,
      Sockets sockets,
      Topics topics,
      Guard guard,
      Rooms rooms,
      Readers readers,
      Telemetry telemetry) {
    RoomsDoor room = new RoomsDoor(vertx, rooms);
    TopicDoor topic = new TopicDoor(topics, sockets, guard.refusals(), System::currentTimeMillis);
    return List.of(
        Door.get("/api/rooms", room::list),
        Door.post("/api/rooms", room::open),
        Door.delete("/api/rooms/{room}", room::close),
        Door.get("/api/events", new PollDoor(vertx, readers)::handle),
        Door.stream("/api/events/stream", new SseDoor(readers)::handle),
        Door.socket("/ws", new SocketDoor(sockets, readers)::handle),
        Door.socket("/ws/echo", new EchoDoor(sockets, System::currentTimeMillis)::handle),
        Door.socket("/ws/topic/{name}", topic::handle),
        Door.post("/login", guard.login()).withoutToken(),
        Door.get("/metrics", new MetricsDoor(vertx, telemetry.metrics())::handle),
        Door.get("/healthz", new HealthDoor(telemetry)::handle).withoutToken(),
        document("/openapi.json", JSON),
        document("/asyncapi.json", JSON),
        talk("/examples/talk.html", HTML),
        talk("/examples/talk.js", SCRIPT),
        document("/examples/websocket.html", HTML).withoutToken(),
        document("/examples/websocket.js", SCRIPT).withoutToken(),
        document("/examples/words.js", SCRIPT).withoutToken(),
        document("/examples/websocket.css", STYLE).withoutToken(),
        document("/examples/icon.svg", "image/svg+xml").withoutToken());
  }

  /** Of the page that talks to whatever listens on this machine. */
  private static Door talk(String path, String contentType) {
    return Door.get(
            path,
            Documents.talking(
                DoorTable.class,
                path.substring(1),
                contentType,
                "ws://127.0.0.1:* ws://localhost:*"))
        .withoutToken();
  }

  private static Door document(String path, String contentType) {
    return Door.get(path, Documents.file(DoorTable.class, path.substring(1), contentType));
  }
}
