package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a screen, and without a network but for this machine. Components are asked by
 * what a page's script would ask.
 */
final class Browser implements AutoCloseable {
  /**
   * Finds elements by a selector whose parts, parted by spaces, may stand in shadow roots one
   * inside the other, and a text in it.
   */
  private static final String FIND =
      """
      const [selector, text] = arguments;
      const parts = selector.split(" ");
      const above = (each) => each.parentElement ?? each.getRootNode().host;
      const isIt = (each, left) => {
        if (!each.matches(left[left.length - 1])) return false;
        if (left.length === 1) return true;
        for (let up = above(each); up; up = above(up)) {
          if (isIt(up, left.slice(0, -1))) return true;
        }
        return false;
      };
      const findAll = (root) => [...root.querySelectorAll("*")].flatMap((each) => [
        ...(isIt(each, parts) && (!text || each.textContent.includes(text)) ? [each] : []),
        ...(each.shadowRoot ? findAll(each.shadowRoot) : []),
      ]);
      const find = (root) => findAll(root)[0] ?? null;
      """;

  /** What is traced: a little, so that the tracing itself costs little. */
  private static final String TRACED = "devtools.timeline";

  private static final Pattern PAINTED = Pattern.compile("\"ts\":([0-9.]+)");

  private final ChromeDriver driver;

  /** Kept, so that it stays as it was set: Selenium looks for devtools that nobody uses. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one; where this machine has none, the test is skipped in words. */
  static Browser start() {
    return start(new LoggingPreferences());
  }

  /** One that notes what it paints, for {@link #paints}. */
  static Browser traced() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    return start(logs);
  }

  private static Browser start(LoggingPreferences logs) {
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
    return new Browser(new ChromeDriver(service, options));
  }

  private static Optional<Path> program(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  Browser open(URI page) {
    driver.get(page.toString());
    return this;
  }

  /** Leaves the page, and what it complained of. */
  Browser forget() {
    driver.get("about:blank");
    complaints();
    return this;
  }

  /** Opens it in a window more; gives that window's name. */
  String openBeside(URI page) {
    driver.switchTo().newWindow(WindowType.TAB);
    driver.get(page.toString());
    return driver.getWindowHandle();
  }

  String window() {
    return driver.getWindowHandle();
  }

  /** Closes the window that is shown, and shows another. */
  Browser closeAndShow(String window) {
    driver.close();
    return show(window);
  }

  Browser show(String window) {
    driver.switchTo().window(window);
    return this;
  }

  /** What a script returns. */
  Object ask(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /**
   * What a script returns that is given {@code module}, the page's own instance of one of its
   * modules, and {@code args}.
   */
  Object askModule(String path, String script, Object... arguments) {
    return driver.executeAsyncScript(
        """
        const args = [...arguments];
        const done = args.pop();
        const build = document.documentElement.dataset.build;
        import(`/assets/${build}/%s`).then((module) => done((() => { %s })()));
        """
            .formatted(path, script),
        arguments);
  }

  boolean has(String selector, String text) {
    return Boolean.TRUE.equals(ask(FIND + "return find(document) !== null;", selector, text));
  }

  /** Waits for an element with that text in it. */
  Browser sees(String selector, String text) {
    await(selector + " with " + text)
        .atMost(Duration.ofSeconds(20))
        .until(() -> has(selector, text));
    return this;
  }

  Browser click(String selector, String text) {
    sees(selector, text);
    ask(FIND + "find(document).click();", selector, text);
    return this;
  }

  /** Types into a field, as a person would. */
  Browser type(String selector, String words) {
    sees(selector, "");
    ask(
        FIND
            + """
            const field = find(document);
            field.value = arguments[2];
            field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
            """,
        selector,
        "",
        words);
    return this;
  }

  /** Chooses in a list. */
  Browser choose(String selector, String value) {
    sees(selector, "");
    ask(
        FIND
            + """
            const list = find(document);
            list.value = arguments[2];
            list.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
            """,
        selector,
        "",
        value);
    return this;
  }

  Browser scrollToTop(String selector) {
    ask(FIND + "find(document).scrollTop = 1; find(document).scrollTop = 0;", selector, "");
    return this;
  }

  Object value(String selector) {
    return ask(FIND + "return find(document).value;", selector, "");
  }

  /** How many elements there are, through all shadow roots. */
  long count(String selector) {
    return (long) ask(FIND + "return findAll(document).length;", selector, "");
  }

  byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** What the console told of since it was asked last: errors and broken policies. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Waits until what comes in has come in; what crosses the picture goes on. */
  void settles() {
    driver.executeAsyncScript(
        """
        const done = arguments[arguments.length - 1];
        const entries = document.getAnimations().filter((each) => "animationName" in each);
        Promise.allSettled(entries.map((each) => each.finished)).then(() => setTimeout(done, 1500));
        """);
  }

  /** What axe finds that is serious or worse. */
  @SuppressWarnings("unchecked") // as the script returns it
  List<String> barriers() {
    ask(axe());
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then((result) => done(
              result.violations
                .filter((each) => each.impact === "serious" || each.impact === "critical")
                .map((each) => each.id + ": " +
                    each.nodes.slice(0, 3).map((node) => node.target.join(" ") + " " +
                        node.failureSummary).join(" | "))));
            """);
    return (List<String>) found;
  }

  private static String axe() {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Chromium measures of the page, by its own names, after a collection of garbage. */
  Map<String, Double> metrics() {
    driver.executeCdpCommand("Performance.enable", Map.of());
    driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    Map<String, Double> metrics = new TreeMap<>();
    if (driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics")
        instanceof List<?> all) {
      for (Object each : all) {
        if (each instanceof Map<?, ?> metric && metric.get("value") instanceof Number value) {
          metrics.put(String.valueOf(metric.get("name")), value.doubleValue());
        }
      }
    }
    return metrics;
  }

  /** When something was painted, in seconds, in order; asked once, at the end. */
  List<Double> paints() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"name\":\"Paint\""))
        .map(PAINTED::matcher)
        .filter(Matcher::find)
        .map(time -> Double.parseDouble(time.group(1)) / 1e6)
        .sorted()
        .toList();
  }

  /** When something of the page was painted first, in ms since it was asked for. */
  double firstPaint() {
    Object at = ask("return performance.getEntriesByName('first-contentful-paint')[0].startTime;");
    return ((Number) at).doubleValue();
  }

  /**
   * Scrolls up and down for so many seconds: how many {@code frames}, how many of them {@code slow}
   * (over 33 ms), the longest {@code task} in ms.
   */
  Object scroll(String selector, int seconds) {
    return driver.executeAsyncScript(
        FIND
            + """
            const box = find(document), until = performance.now() + 1000 * arguments[2];
            const done = arguments[3];
            const seen = { frames: 0, slow: 0, task: 0 };
            new PerformanceObserver((list) => {
              for (const each of list.getEntries()) seen.task = Math.max(seen.task, each.duration);
            }).observe({ type: "longtask" });
            let last = performance.now(), step = -25;
            const frame = (now) => {
              seen.frames++;
              if (now - last > 33.4) seen.slow++;
              last = now;
              box.scrollTop += step;
              if (box.scrollTop === 0 || seen.frames % 240 === 0) step = -step;
              if (now < until) requestAnimationFrame(frame);
              else done({ ...seen, task: Math.round(seen.task) });
            };
            requestAnimationFrame(frame);
            """,
        selector,
        "",
        seconds);
  }

  /** Nothing reaches beyond the page's sides. */
  void fitsItsWidth(String what) {
    Object over = ask("const e = document.documentElement; return e.scrollWidth - e.clientWidth;");
    assertThat((long) over).as("%s is wider than its window by", what).isLessThanOrEqualTo(0);
  }

  /** How far what was painted moved afterwards, by Chromium's measure. */
  double shift() {
    Object sum =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const each of list.getEntries()) if (!each.hadRecentInput) sum += each.value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(sum), 100);
            """);
    return ((Number) sum).doubleValue();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
