package io.github.danmuhub.rpc;

import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.config.CompatibleConfig;
import io.github.danmuhub.config.RpcConfig;
import io.github.danmuhub.rpc.call.Tallies;
import io.github.danmuhub.rpc.client.Clients;
import io.github.danmuhub.rpc.client.PageLimits;
import io.github.danmuhub.rpc.desk.Desk;
import io.github.danmuhub.rpc.door.RpcDoors;
import io.github.danmuhub.rpc.jsrpc.JsRpcDoors;
import io.github.danmuhub.rpc.page.Emits;
import io.github.danmuhub.rpc.page.PageDoor;
import io.github.danmuhub.rpc.page.Scripts;
import io.github.danmuhub.rpc.sekiro.SekiroDoors;
import io.github.danmuhub.rpc.tab.TabTools;
import io.github.danmuhub.rpc.tab.TabsPart;
import io.github.danmuhub.server.door.Door;
import io.github.danmuhub.server.door.Lobby;
import io.github.danmuhub.text.Phrase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Functions of pages behind HTTP, as a part of the hub. */
public final class RpcPart implements Part {
  private static final int JSRPC_PORT = 12_080;
  private static final int SEKIRO_PORT = 5_612;

  private final RpcConfig config;
  private final Tallies tallies = new Tallies();
  private final Clients clients = new Clients();
  private final Desk desk;
  private final Supplier<Lobby> lobby;
  private final Emits emits;
  private final PageDoor pages;

  /**
   * @param lobby asked for once it is open
   */
  public RpcPart(RpcConfig config, Supplier<Lobby> lobby) {
    this.config = config;
    this.desk = new Desk(clients, config.eval());
    Emits emits = new Emits(() -> lobby.get().topics(), System::currentTimeMillis, tallies);
    this.lobby = lobby;
    this.emits = emits;
    this.pages = new PageDoor(limits(config.token()), clients, tallies, emits);
  }

  private PageLimits limits(@Nullable String token) {
    return new PageLimits(token, config.callsPerPage(), config.messageBytes());
  }

  /**
   * Pages that the hub reaches by the browser itself; empty where none are wanted.
   *
   * @param say takes one line for a person
   */
  public Optional<Part> tabs(Consumer<Phrase> say) {
    String program = config.browser().program();
    BrowserOptions options =
        BrowserOptions.LAUNCH
            .launching(program == null ? null : Path.of(program))
            .attaching(config.browser().attach());
    return config.tabs().isEmpty() ? Optional.empty() : Optional.of(tabs(options, say));
  }

  Part tabs(BrowserOptions options, Consumer<Phrase> say) {
    TabTools tools = new TabTools(clients, limits(null), tallies, emits, lobby);
    return new TabsPart(config.tabs(), options, tools, say);
  }

  /** The doors of other hubs that are wanted, to the same pages; each starts after this part. */
  public List<CompatiblePart> compatible() {
    List<CompatiblePart> all = new ArrayList<>();
    CompatibleConfig jsrpc = config.jsrpc();
    if (jsrpc != null) {
      List<Door> doors = new JsRpcDoors(desk, limits(jsrpc.token()), tallies).all(jsrpc.origins());
      all.add(new CompatiblePart("jsrpc", jsrpc.portOr(JSRPC_PORT), doors, lobby));
    }
    CompatibleConfig sekiro = config.sekiro();
    if (sekiro != null) {
      List<Door> doors =
          new SekiroDoors(desk, limits(sekiro.token()), tallies).all(sekiro.origins());
      all.add(new CompatiblePart("sekiro", sekiro.portOr(SEKIRO_PORT), doors, lobby));
    }
    return List.copyOf(all);
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
