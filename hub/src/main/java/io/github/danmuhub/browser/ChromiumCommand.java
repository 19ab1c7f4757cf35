package io.github.danmuhub.browser;

import io.github.danmuhub.text.Phrase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command line of a launched browser. */
final class ChromiumCommand {
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "microsoft-edge",
          "chrome.exe",
          "msedge.exe");

  private static final List<String> ELSEWHERE =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  /** Nothing that a page would not ask for itself, and no timers that sleep in the background. */
  private static final List<String> ALWAYS =
      List.of(
          "--headless=new",
          "--remote-debugging-port=0",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-sync",
          "--disable-breakpad",
          "--disable-dev-shm-usage",
          "--disable-background-timer-throttling",
          "--disable-renderer-backgrounding",
          "--disable-backgrounding-occluded-windows",
          "--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades",
          "--mute-audio",
          "--password-store=basic",
          "--use-mock-keychain");

  private ChromiumCommand() {}

  /**
   * The program that the user named, or the first one there is.
   *
   * @throws CdpException in words, if there is none
   */
  static Path program(@Nullable Path named) throws CdpException {
    if (named != null) {
      if (!Files.isExecutable(named)) {
        throw new CdpException(Phrase.of("browser.no_program", named.toString()));
      }
      return named;
    }
    return find().orElseThrow(() -> new CdpException(Phrase.of("browser.none")));
  }

  /** The first Chromium of this machine. */
  static Optional<Path> find() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    Stream<Path> onPath =
        NAMES.stream()
            .flatMap(
                name ->
                    Stream.of(path.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)));
    return Stream.concat(onPath, ELSEWHERE.stream().map(Path::of))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static List<String> words(
      Path program, Path profile, BrowserOptions options, boolean withoutSandbox) {
    List<String> words = new ArrayList<>();
    words.add(program.toString());
    words.addAll(ALWAYS);
    words.add("--user-data-dir=" + profile);
    if (withoutSandbox) {
      words.add("--no-sandbox");
    }
    if (options.proxy() != null) {
      words.add("--proxy-server=" + options.proxy());
    }
    words.add("about:blank");
    return words;
  }
}
