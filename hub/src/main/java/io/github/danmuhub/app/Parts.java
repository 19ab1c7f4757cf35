package io.github.danmuhub.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The parts of one running hub. They start in the order of their list and close in the opposite
 * one. A part that fails costs only itself, unless it is {@link Part#required}; what fails is told
 * by name, and {@link Telemetry#failing} says it for as long as it lasts.
 */
public final class Parts implements AutoCloseable {
  private final Telemetry telemetry;
  private final Consumer<String> say;
  private final Closing closing;
  private final Deque<Part> running = new ArrayDeque<>();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();

  private Parts(Telemetry telemetry, Consumer<String> say, Duration closeWithin) {
    this.telemetry = telemetry;
    this.say = say;
    this.closing = new Closing(say, closeWithin);
  }

  /**
   * Starts them all; blocks until each has started or failed.
   *
   * @param telemetry shows what each part counts and whether it fails
   * @param say takes one line for a person; any thread
   * @param closeWithin for all parts together
   * @throws IOException if a required part does not start; those before it are closed then
   */
  public static Parts start(
      List<? extends Part> parts, Telemetry telemetry, Consumer<String> say, Duration closeWithin)
      throws IOException {
    Parts started = new Parts(telemetry, say, closeWithin);
    try {
      for (Part part : parts) {
        started.start(part);
      }
      return started;
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private void start(Part part) throws IOException {
    String name = part.name();
    telemetry.watch(name, () -> troubles.containsKey(name));
    try {
      part.start(new Told(name));
      running.push(part);
      part.measure(telemetry.metrics());
    } catch (IOException | RuntimeException e) {
      if (part.required()) {
        throw e;
      }
      troubles.put(name, String.valueOf(e.getMessage()));
      say.accept(name + " did not start: " + e.getMessage() + "; the rest goes on without it");
    }
  }

  /** Closes them, the last one first, and tells which did not end in time. */
  @Override
  public void close() {
    closing.begin(running.size());
    while (!running.isEmpty()) {
      closing.close(running.pop());
    }
  }

  /** What several parts fail at for the same reason, such as a full disk, is told once. */
  private final class Told implements PartStatus {
    private final String name;

    Told(String name) {
      this.name = name;
    }

    @Override
    public void failing(String why) {
      boolean known = troubles.containsValue(why);
      troubles.put(name, why);
      if (!known) {
        say.accept(name + ": " + why);
      }
    }

    @Override
    public void working(String words) {
      troubles.remove(name);
      say.accept(name + " goes on; " + words);
    }
  }
}
