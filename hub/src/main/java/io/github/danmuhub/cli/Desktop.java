package io.github.danmuhub.cli;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The desktop that the program runs on, if it runs on one. */
record Desktop(String system, Map<String, String> environment) {

  /** This machine's. */
  static Desktop here() {
    return new Desktop(System.getProperty("os.name", ""), System.getenv());
  }

  /** What opens a page there; empty where nobody sits before it. */
  Optional<List<String>> opener() {
    String name = system.toLowerCase(Locale.ROOT);
    if (environment.containsKey("SSH_CONNECTION")) {
      return Optional.empty();
    }
    if (name.startsWith("windows")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    if (name.startsWith("mac")) {
      return Optional.of(List.of("open"));
    }
    boolean screen =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return screen ? Optional.of(List.of("xdg-open")) : Optional.empty();
  }

  /** Opens a page in the browser of whoever sits there; whoever does not has its address. */
  void open(URI page) {
    opener()
        .ifPresent(
            command -> {
              List<String> words = new ArrayList<>(command);
              words.add(page.toString());
              try {
                new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
              } catch (IOException noSuchProgram) {
                // its address was told
              }
            });
  }
}
