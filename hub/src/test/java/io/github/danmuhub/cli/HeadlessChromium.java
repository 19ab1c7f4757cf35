package io.github.danmuhub.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** How the tests' Chromium is started: without a screen, and without a network. */
final class HeadlessChromium {
  /** What is traced: a little, so that the tracing itself costs little. */
  private static final String TRACED = "devtools.timeline";

  /** Kept, so that it stays as it was set: Selenium looks for devtools that nobody uses. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private HeadlessChromium() {}

  /** Notes what is painted. */
  static LoggingPreferences tracing() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    return logs;
  }

  /** Starts one; where this machine has none, the test is skipped in words. */
  static ChromeDriver start(LoggingPreferences logs) {
    Optional<Path> chromium = program("chromium", "chromium-browser", "google-chrome");
    Optional<Path> driver = program("chromedriver");
    assumeTrue(
        chromium.isPresent() && driver.isPresent(),
        "no Chromium with its driver here: apt-get install chromium chromium-driver");
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions().setBinary(chromium.orElseThrow().toFile());
    options.addArguments(
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run");
    options.addArguments("--disable-background-networking", "--disable-component-update");
    options.addArguments("--disable-sync", "--lang=en", "--hide-scrollbars");
    options.addArguments("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    if (logs.getEnabledLogTypes().contains(LogType.PERFORMANCE)) {
      options.setExperimentalOption(
          "perfLoggingPrefs",
          Map.of("enableNetwork", false, "enablePage", false, "traceCategories", TRACED));
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.orElseThrow().toFile())
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }

  private static Optional<Path> program(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
