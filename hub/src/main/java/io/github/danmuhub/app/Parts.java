package io.github.danmuhub.app;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Told;
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
  private final Consumer<Phrase> say;
  private final Closing closing;
  private final Deque<Part> running = new ArrayDeque<>();
  private final Map<String, String> troubles = new ConcurrentHashMap<>();

  private Parts(Telemetry telemetry, Consumer<Phrase> say, Duration closeWithin) {
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
      List<? extends Part> parts, Telemetry telemetry, Consumer<Phrase> say, Duration closeWithin)
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
      part.start(new Status(name));
      running.push(part);
      part.measure(telemetry.metrics());
    } catch (IOException | RuntimeException e) {
      if (part.required()) {
        throw e;
      }
      troubles.put(name, String.valueOf(e.getMessage()));
      say.accept(Phrase.of("part.start", name, why(e)));
    }
  }

  private static Phrase why(Exception failure) {
    return failure instanceof Told ours ? ours.told() : Phrase.said(failure.getMessage());
  }

  /** Closes them, the last one first,and tells which did not end in time. */
  @Override
  public void close() {
    closing.begin(running.size());
    while (!running.isEmpty()) {
      closing.close(running.pop());
    }
  }

  /** What several parts fail at for the same reason, such as a full disk, is told once. */
  private final class Status implements PartStatus {
    private final String name;

    Status(String name) {
      this.name = name;
    }

    @Override
    public void failing(Phrase why) {
      boolean known = troubles.containsValue(why.toString());
      troubles.put(name, why.toString());
      if (!known) {
        say.accept(Phrase.of("part.fails", name, why));
      }
    }

    @Override
    public void working(Phrase words) {
      troubles.remove(name);
      say.accept(Phrase.of("part.works", name, words));
    }
  }
}
