package io.github.danmuhub.rpc;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.config.RpcConfig;
import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.desk.Desk;
import io.github.danmuhub.rpc.door.RpcDoors;
import io.github.danmuhub.rpc.page.Emits;
import io.github.danmuhub.rpc.page.PageDoor;
import io.github.danmuhub.rpc.page.PageLimits;
import io.github.danmuhub.rpc.page.Scripts;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Lobby;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Functions of pages behind HTTP, as a part of the hub. */
public final class RpcPart implements Part {
  private final RpcConfig config;
  private final Tallies tallies = new Tallies();
  private final Clients clients = new Clients();
  private final Desk desk;
  private final PageDoor pages;

  /**
   * @param lobby asked for once it is open
   */
  public RpcPart(RpcConfig config, Supplier<Lobby> lobby) {
    this.config = config;
    this.desk = new Desk(clients, config.eval());
    Emits emits = new Emits(() -> lobby.get().topics(), System::currentTimeMillis, tallies);
    PageLimits limits =
        new PageLimits(config.token(), config.callsPerPage(), config.messageBytes());
    this.pages = new PageDoor(limits, clients, tallies, emits);
  }

  /** {@code /rpc} and below, and {@code /ws/rpc}. */
  public List<Door> doors() {
    List<Door> doors = new ArrayList<>(new RpcDoors(desk).all());
    doors.add(Door.socket("/ws/rpc", pages::handle).withGuests(config.origins()));
    doors.addAll(Scripts.doors());
    return List.copyOf(doors);
  }

  @Override
  public String name() {
    return "rpc";
  }

  @Override
  public void start(PartStatus status) {}

  @Override
  public void measure(MeterRegistry metrics) {
    new RpcMetrics(clients, tallies).register(metrics);
  }

  @Override
  public void close() {}
}
