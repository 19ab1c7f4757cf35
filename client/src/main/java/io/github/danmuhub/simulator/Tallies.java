package io.github.danmuhub.simulator;

import java.util.SortedMap;
import java.util.TreeMap;

/** What the sites tolerated and served, and what the host itself counted. On the loop. */
final class Tallies {
  /** The host among the platforms. */
  private static final String HOST = "simulator";

  private final Sites sites;
  private final SortedMap<String, Long> own = new TreeMap<>();

  Tallies(Sites sites) {
    this.sites = sites;
  }

  /** A site threw. */
  void siteFailed() {
    own.merge("site-failures", 1L, Long::sum);
  }

  /** A request came that no site serves. */
  void unrouted() {
    own.merge("unrouted-requests", 1L, Long::sum);
  }

  /** Platform → name → count; what the host counted is under {@code simulator}. */
  SortedMap<String, SortedMap<String, Long>> snapshot() {
    SortedMap<String, SortedMap<String, Long>> all = new TreeMap<>();
    sites.all().forEach(site -> all.put(site.platform(), new TreeMap<>(site.site().tallies())));
    if (!own.isEmpty()) {
      all.put(HOST, new TreeMap<>(own));
    }
    return all;
  }

  /** One line each: platform, name, count, with a blank between them. */
  String listing() {
    StringBuilder lines = new StringBuilder();
    snapshot()
        .forEach(
            (platform, counts) ->
                counts.forEach(
                    (name, count) ->
                        lines.append(platform + " " + name + " " + count).append('\n')));
    return lines.toString();
  }
}
