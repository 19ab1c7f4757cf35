package io.github.danmuhub.simulator;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.site.HostedPlatform;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulationOptions;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The hosted sites, that of the first room first, and which of them a request means. */
final class Sites {
  private final List<HostedSite> sites;

  private Sites(List<HostedSite> sites) {
    this.sites = sites;
  }

  static Sites of(List<Platform> platforms, SimulationOptions options) {
    String first = options.rooms().isEmpty() ? "" : options.rooms().get(0).room().platform();
    return new Sites(
        platforms.stream()
            .sorted(Comparator.comparing(platform -> !platform.id().equals(first)))
            .flatMap(platform -> host(platform, options))
            .toList());
  }

  /** Without a simulated side there is nothing to host. */
  private static Stream<HostedSite> host(Platform platform, SimulationOptions options) {
    return platform instanceof Simulatable simulatable
        ? Stream.of(
            new HostedSite(platform.id(), HostedPlatform.of(platform.id(), simulatable, options)))
        : Stream.empty();
  }

  List<HostedSite> all() {
    return sites;
  }

  /**
   * @throws IllegalArgumentException if it is not simulated
   */
  HostedSite of(String platform) {
    return sites.stream()
        .filter(site -> site.platform().equals(platform))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(platform + " is not simulated"));
  }

  /**
   * By the real host name; a request that names the simulator's own address, or any other, by its
   * path. What several serve ({@code /}) is the first room's platform's.
   */
  Optional<HostedSite> route(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    return sites.stream()
        .filter(site -> site.isHost(host))
        .findFirst()
        .or(() -> sites.stream().filter(site -> serves(site, uri)).findFirst());
  }

  private static boolean serves(HostedSite site, URI uri) {
    return site.site().serves(String.valueOf(uri.getPath()));
  }
}
