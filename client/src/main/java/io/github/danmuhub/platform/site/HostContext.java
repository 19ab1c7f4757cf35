package io.github.danmuhub.platform.site;

import io.github.danmuhub.platform.site.SimulationOptions.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The kit's side of a simulated platform: its clock, its rooms' broadcasts, faults and tallies. */
final class HostContext implements SiteContext {
  private final SimulationOptions options;
  private final SiteClock clock = new SiteClock();
  private final Tallies tallies = new Tallies();
  private final SplittableRandom random;
  private final Map<String, BroadcastClock> rooms = new LinkedHashMap<>();
  private int httpPort;
  private int tcpPort;

  HostContext(String platform, SimulationOptions options) {
    this.options = options;
    random = new SplittableRandom(options.seed());
    options.rooms().stream()
        .filter(room -> room.room().platform().equals(platform))
        .forEach(room -> rooms.put(room.room().room(), new BroadcastClock(options.onAir())));
  }

  void listens(int http, int tcp) {
    httpPort = http;
    tcpPort = tcp;
  }

  SiteClock clock() {
    return clock;
  }

  Tallies tallies() {
    return tallies;
  }

  BroadcastClock room(String name) {
    return Objects.requireNonNull(rooms.get(name), "a room that is not hosted is asked for");
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Rules rules() {
    return options.rules();
  }

  @Override
  public List<String> rooms() {
    return List.copyOf(rooms.keySet());
  }

  @Override
  public boolean isLive(String room) {
    return room(room).isLive(ticks());
  }

  @Override
  public long broadcast(String room) {
    return room(room).broadcast(ticks());
  }

  @Override
  public boolean strikes(Fault fault) {
    return options.faults().strike(fault);
  }

  @Override
  public void count(String name) {
    tallies.count(name);
  }

  @Override
  public int httpPort() {
    return httpPort;
  }

  @Override
  public int tcpPort() {
    return tcpPort;
  }

  @Override
  public long wallMs() {
    return clock.wallMs();
  }

  @Override
  public long ticks() {
    return clock.ticks();
  }
}
