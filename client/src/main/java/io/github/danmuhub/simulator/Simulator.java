package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.transport.ListeningPort;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * The platforms' other side on 127.0.0.1: one port for HTTP and WebSocket of all, and one for each
 * platform that has byte streams. Thread-safe; the sites themselves all live on one loop.
 */
public final class Simulator implements AutoCloseable {
  private final Transport transport;
  private final Loop loop;
  private final Sites sites;
  private final Tallies tallies;
  private final ListeningPort http;
  private SortedMap<String, SortedMap<String, Long>> atTheEnd = new TreeMap<>();
  private boolean closed;

  private Simulator(Transport transport, List<Platform> platforms, SimulatorOptions options)
      throws IOException {
    this.transport = transport;
    this.loop = transport.nextLoop();
    this.sites = Sites.of(platforms, options.simulation());
    this.tallies = new Tallies(sites);
    Peers peers = new Peers(loop, options.simulation().faults(), tallies);
    this.http =
        transport.listen(loop, options.port(), new RequestRouter(loop, sites, peers, tallies));
    for (HostedSite site : sites.all()) {
      site.listen(transport, loop, peers::acceptTcp);
    }
    loop.execute(() -> sites.all().forEach(site -> site.announce(http.port())));
  }

  /**
   * Starts and blocks until it listens.
   *
   * @param platforms those that may be asked for; a room of another does not exist
   * @throws IOException in words, if the port is taken
   */
  public static Simulator start(List<Platform> platforms, SimulatorOptions options)
      throws IOException {
    Transport transport = Transport.create(1);
    try {
      return new Simulator(transport, platforms, options);
    } catch (IOException | RuntimeException e) {
      transport.close();
      throw e;
    }
  }

  /** {@code http://127.0.0.1:PORT}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  /**
   * Where the platform's byte streams are; 0 if it has none.
   *
   * @throws IllegalArgumentException if it is not simulated
   */
  public int tcpPort(String platform) {
    return sites.of(platform).tcpPort();
  }

  /** Platform → what its site tolerated or served → how often. Not to be called on a loop. */
  public synchronized SortedMap<String, SortedMap<String, Long>> tallies() {
    if (closed) {
      return atTheEnd;
    }
    CompletableFuture<SortedMap<String, SortedMap<String, Long>>> answer =
        new CompletableFuture<>();
    loop.execute(() -> answer.complete(tallies.snapshot()));
    return answer.join();
  }

  /** Closes every connection. The tallies can still be read. */
  @Override
  public synchronized void close() {
    if (!closed) {
      atTheEnd = tallies();
      closed = true;
      transport.close();
    }
  }
}
