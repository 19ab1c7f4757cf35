package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.platform.dissect.Layer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a platform says in a capture: its messages, their fields and types, how they are packed.
 * Bounded; what is beyond that is not compared. One thread.
 */
final class Profile {
  private static final int MOST_COMMANDS = 2_000;
  private static final int MOST_FIELDS = 200_000;

  /** How a message of that name looks. */
  static final class Command {
    private final Map<String, Set<String>> types = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long messages;

    long messages() {
      return messages;
    }

    Map<String, Set<String>> types() {
      return types;
    }

    /** In how many messages the field stood. */
    long count(String field) {
      return counts.getOrDefault(field, 0L);
    }
  }

  private final Map<String, Command> commands = new TreeMap<>();
  private final Map<String, Long> packings = new TreeMap<>();
  private int fields;
  private long frames;

  void add(InspectedFrame frame) {
    frames++;
    String platform = frame.platform() == null ? "no platform" : frame.platform();
    String where = platform + ": " + direction(frame.frame());
    for (Layer layer : frame.layers()) {
      packings(where, layer, 0);
      Traits.of(layer).forEach(traits -> add(where, traits));
    }
    if (frame.platform() == null) {
      packings.merge(where.strip() + " frames", 1L, Long::sum);
    }
  }

  private static String direction(Traffic traffic) {
    return Frames.isReceived(traffic) ? "" : "sent ";
  }

  /** Layers of layers that are no messages, and what says how they are packed. */
  private void packings(String where, Layer layer, int depth) {
    if (layer.title().endsWith(" body")) {
      packings.merge(where + layer.title(), 1L, Long::sum);
    }
    for (Layer.Field field : layer.fields()) {
      if (field.name().matches("(?i).*(version|encoding|compress|payload_type|service).*")
          && !field.value().isEmpty()) {
        packings.merge(
            where + layer.title() + " " + field.name() + " " + field.value(), 1L, Long::sum);
      }
    }
    if (depth < 3) {
      layer.inner().forEach(inner -> packings(where, inner, depth + 1));
    }
  }

  private void add(String where, Traits traits) {
    String name = where + traits.command();
    if (commands.size() >= MOST_COMMANDS && !commands.containsKey(name)) {
      return;
    }
    Command command = commands.computeIfAbsent(name, unused -> new Command());
    command.messages++;
    traits
        .fields()
        .forEach(
            (field, type) -> {
              if (fields < MOST_FIELDS || command.types.containsKey(field)) {
                fields += command.types.containsKey(field) ? 0 : 1;
                command.types.computeIfAbsent(field, unused -> new TreeSet<>()).add(type);
                command.counts.merge(field, 1L, Long::sum);
              }
            });
  }

  Map<String, Command> commands() {
    return commands;
  }

  Map<String, Long> packings() {
    return packings;
  }

  long frames() {
    return frames;
  }
}
