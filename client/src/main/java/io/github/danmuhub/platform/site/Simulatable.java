package io.github.danmuhub.platform.site;

/** A platform whose other side can be simulated. Thread-safe. */
public interface Simulatable {
  /** Its other side, anew: with no peers yet. */
  SimulatedPlatform<?> simulated(SiteContext context);
}
