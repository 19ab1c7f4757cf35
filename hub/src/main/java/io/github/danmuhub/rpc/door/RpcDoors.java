package io.github.danmuhub.rpc.door;

import io.github.danmuhub.rpc.desk.Desk;
import io.github.danmuhub.server.door.Door;
import java.util.List;

/** {@code /rpc} and below, for programs. */
public final class RpcDoors {
  private final JobsDoor jobs;
  private final CallDoor calls;
  private final PagesDoor pages;

  /** Doors to the pages of this desk. */
  public RpcDoors(Desk desk) {
    this.jobs = new JobsDoor();
    this.calls = new CallDoor(desk, jobs);
    this.pages = new PagesDoor(desk.clients());
  }

  /** The table. */
  public List<Door> all() {
    return List.of(
        Door.get("/rpc/groups", pages::groups),
        Door.get("/rpc/clients", pages::clients),
        Door.delete("/rpc/clients/{group}/{id}", pages::kick),
        Door.get("/rpc/jobs/{id}", jobs::get),
        Door.delete("/rpc/jobs/{id}", jobs::cancel),
        Door.post("/rpc/{group}/{action}", calls::handle));
  }
}
