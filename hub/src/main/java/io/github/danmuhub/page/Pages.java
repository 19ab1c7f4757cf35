package io.github.danmuhub.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.log.AtomicFile;
import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.page.figures.Figures;
import io.github.danmuhub.page.marks.MarksDoors;
import io.github.danmuhub.page.saved.SavedOverlayDoors;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.stream.Subscription;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages, and what they alone ask the hub for, as one of its parts. */
public final class Pages implements Part {
  private static final int OK = 200;

  /** Events that may wait to be counted; further ones are not, and the stream counts them. */
  private static final int QUEUE = 65_536;

  private static final String SAVED = "overlays.json";

  private final EventStream events;
  private final List<Door> others;
  private final Assets assets = Assets.read();
  private final Figures figures = new Figures(System::currentTimeMillis);
  private final MarksDoors marks;
  private final SavedOverlayDoors saved;
  private @Nullable Subscription counted;

  /**
   * Counts {@code events} from its start on.
   *
   * @param log asked for when a page asks for what was
   * @param folder where overlays are kept that somebody saves
   * @param others doors of other parts, which pages use where they are there
   */
  public Pages(EventStream events, Supplier<EventLog> log, Path folder, List<Door> others) {
    this.events = events;
    this.others = List.copyOf(others);
    this.marks = new MarksDoors(log);
    this.saved = new SavedOverlayDoors(new AtomicFile(folder.resolve(SAVED)));
  }

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public void start(PartStatus status) {
    counted = events.subscribe("figures", QUEUE, figures);
  }

  /** Those of the pages themselves tell nothing of the rooms, so they need no token. */
  public List<Door> doors() {
    AssetDoor files = new AssetDoor(assets);
    List<Door> doors = new ArrayList<>(marks.doors());
    doors.addAll(saved.doors());
    doors.add(Door.get("/api/figures", this::figures));
    for (Page page : PageTable.PAGES) {
      doors.add(Door.get(page.path(), Shell.of(page, assets, others)::send).withoutToken());
    }
    for (String path : AssetDoor.PATHS) {
      doors.add(Door.get(path, files::handle).withoutToken());
    }
    doors.add(Door.get("/favicon.ico", files::icon).withoutToken());
    doors.add(Door.get("/page/build", this::build).withoutToken());
    return doors;
  }

  /** With {@code room}: summed up for that one. */
  private void figures(RoutingContext context) {
    String json = figures.toJson(context.queryParams().get("room")).toString();
    Json.send(context.response(), OK, json);
  }

  /** A page that comes back to a hub of another build loads itself anew. */
  private void build(RoutingContext context) {
    ObjectNode answer = Json.message("build").put("build", assets.build());
    Json.send(context.response(), OK, answer.toString());
  }

  @Override
  public void close() {
    if (counted != null) {
      counted.close();
    }
  }
}
