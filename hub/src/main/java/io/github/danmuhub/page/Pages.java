package io.github.danmuhub.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Json;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** The pages, as one of the hub's parts: made of files of the jar, it never fails later. */
public final class Pages implements Part {
  private static final int OK = 200;

  private final Assets assets = Assets.read();

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public void start(PartStatus status) {
    // all of it is in memory
  }

  /** They tell nothing of the rooms, so none of them needs a token. */
  public List<Door> doors() {
    AssetDoor files = new AssetDoor(assets);
    List<Door> doors = new ArrayList<>();
    for (Page page : PageTable.PAGES) {
      doors.add(Door.get(page.path(), Shell.of(page, assets)::send).withoutToken());
    }
    doors.add(Door.get("/assets/{build}/{file}", files::handle).withoutToken());
    doors.add(Door.get("/assets/{build}/{folder}/{file}", files::handle).withoutToken());
    doors.add(Door.get("/assets/{build}/{folder}/{library}/{file}", files::handle).withoutToken());
    doors.add(
        Door.get("/assets/{build}/{folder}/{library}/{sub}/{file}", files::handle).withoutToken());
    doors.add(Door.get("/favicon.ico", files::icon).withoutToken());
    doors.add(Door.get("/page/build", this::build).withoutToken());
    return doors;
  }

  /** A page that comes back to a hub of another build loads itself anew. */
  private void build(RoutingContext context) {
    ObjectNode answer = Json.message("build").put("build", assets.build());
    Json.send(context.response(), OK, answer.toString());
  }

  @Override
  public void close() {
    // nothing of it runs
  }
}
