package io.github.danmuhub.cli;

import io.github.danmuhub.export.AssPresets;
import io.github.danmuhub.export.AssStyle;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * How subtitles look: {@code --ass KEY=VALUE,…}. Some keys have an option of their own too, which
 * says the same.
 */
final class AssOptions {
  private final Map<String, String> asked = new LinkedHashMap<>();
  private AssPresets presets = AssPresets.builtIn();

  @Option(
      names = "--ass",
      split = ",",
      paramLabel = "KEY=VALUE",
      description = "ASS, SRT: how it looks, or preset=NAME; all keys: --help ass")
  void ass(Map<String, String> settings) {
    settings.forEach(this::set);
  }

  private void set(String key, String value) {
    switch (key) {
      case "preset" -> asked.putAll(presets.named(value));
      case "presets" -> presets = AssPresets.read(Path.of(value));
      default -> asked.put(key, value);
    }
  }

  @Option(names = "--width", hidden = true)
  void width(String px) {
    set("width", px);
  }

  @Option(names = "--height", hidden = true)
  void height(String px) {
    set("height", px);
  }

  @Option(names = "--font", hidden = true)
  void font(String name) {
    set("font", name);
  }

  @Option(names = "--font-size", hidden = true)
  void size(String px) {
    set("size", px);
  }

  @Option(names = "--area", hidden = true)
  void area(String part) {
    set("area", part);
  }

  @Option(names = "--lanes", hidden = true)
  void lanes(String most) {
    set("lanes", most);
  }

  @Option(names = "--duration", hidden = true)
  void duration(String seconds) {
    set("duration", seconds);
  }

  @Option(names = "--opacity", hidden = true)
  void opacity(String part) {
    set("opacity", part);
  }

  @Option(names = "--no-boxes", hidden = true)
  void noBoxes(boolean none) {
    set("boxes", "none");
  }

  @Option(names = "--sc-max", hidden = true)
  void pinnedMax(String seconds) {
    set("sc-max", seconds);
  }

  AssStyle style() {
    return AssStyle.of(asked);
  }
}
