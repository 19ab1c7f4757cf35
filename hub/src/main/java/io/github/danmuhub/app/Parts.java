package io.github.danmuhub.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The parts of one running hub. They start in the order of their list and close in the opposite
 * one. A part that fails costs only itself, unless it is {@link Part#required}; what fails is told
 * by name, and {@link #failing} says it for as long as it lasts.
 */
public final class Parts implements AutoCloseable {
  private final Consumer<String> say;
  private final Closing closing;
  private final Deque<Part> running = new ArrayDeque<>();
  private final SortedMap<String, String> troubles = new TreeMap<>();

  private Parts(Consumer<String> say, Duration closeWithin) {
    this.say = say;
    this.closing = new Closing(say, closeWithin);
  }

  /**
   * Starts them all; blocks until each has started or failed.
   *
   * @param metrics gets {@code danmu_server_failing} of each part, and what the parts count
   * @param say takes one line for a person; any thread
   * @param closeWithin for all parts together
   * @throws IOException if a required part does not start; those before it are closed then
   */
  public static Parts start(
      List<Part> parts, MeterRegistry metrics, Consumer<String> say, Duration closeWithin)
      throws IOException {
    Parts started = new Parts(say, closeWithin);
    try {
      for (Part part : parts) {
        started.start(part, metrics);
      }
      return started;
    } catch (IOException | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private void start(Part part, MeterRegistry metrics) throws IOException {
    show(part.name(), metrics);
    try {
      part.start(new Told(part.name()));
      running.push(part);
      part.measure(metrics);
    } catch (IOException | RuntimeException e) {
      if (part.required()) {
        throw e;
      }
      note(part.name(), String.valueOf(e.getMessage()));
      say.accept(
          part.name() + " did not start: " + e.getMessage() + "; the rest goes on without it");
    }
  }

  private void show(String name, MeterRegistry metrics) {
    Gauge.builder("danmu.server.failing", this, parts -> parts.failing().containsKey(name) ? 1 : 0)
        .description("1 while the hub fails at this work")
        .tag("work", name)
        .register(metrics);
  }

  /** What fails now and why, by the name of the part. Any thread. */
  public SortedMap<String, String> failing() {
    synchronized (troubles) {
      return new TreeMap<>(troubles);
    }
  }

  /** Returns whether that is new. */
  private boolean note(String name, String why) {
    synchronized (troubles) {
      return !why.equals(troubles.put(name, why));
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

  private final class Told implements PartStatus {
    private final String name;

    Told(String name) {
      this.name = name;
    }

    @Override
    public void failing(String why) {
      if (note(name, why)) {
        say.accept(name + " fails: " + why);
      }
    }

    @Override
    public void working(String words) {
      synchronized (troubles) {
        troubles.remove(name);
      }
      say.accept(name + " works again: " + words);
    }
  }
}
