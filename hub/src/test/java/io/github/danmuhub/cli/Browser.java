package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a screen, and without a network but for this machine. Components are asked by
 * what a page's script would ask.
 */
final class Browser implements AutoCloseable {
  /** What is waited for comes in a moment; a busy machine may have other things to do first. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one; where this machine has none, the test is skipped in words. */
  static Browser start() {
    return new Browser(HeadlessChromium.start(new LoggingPreferences()));
  }

  /** One that notes what it paints, for {@link PageMeasures#paints}. */
  static Browser traced() {
    return new Browser(HeadlessChromium.start(HeadlessChromium.tracing()));
  }

  PageMeasures measures() {
    return new PageMeasures(driver);
  }

  Browser size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  /** As high as all that it shows: what is fixed to the bottom then stands at the page's end. */
  Browser growsToItsPage(int width) {
    Number height = (Number) ask("return document.documentElement.scrollHeight");
    return size(width, height.intValue());
  }

  /** What the system of the reader likes best: light, or dark. */
  Browser light(String theme) {
    Map<String, String> likes = Map.of("name", "prefers-color-scheme", "value", theme);
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(likes)));
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
    driver.executeCdpCommand("Page.bringToFront", Map.of());
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
    return Boolean.TRUE.equals(
        ask(Elements.FIND + "return find(document) !== null;", selector, text));
  }

  /** Waits for an element with that text in it. */
  Browser sees(String selector, String text) {
    await(selector + " with " + text).atMost(PATIENCE).until(() -> has(selector, text));
    return this;
  }

  /** Waits until the page hears the hub: what is said from then on is shown. */
  Browser listens() {
    return sees("html[data-feed=live]", "");
  }

  /** Waits until there are so many of them. */
  Browser counts(String selector, long many) {
    await(many + " of " + selector).atMost(PATIENCE).until(() -> count(selector) == many);
    return this;
  }

  Browser click(String selector, String text) {
    sees(selector, text);
    ask(Elements.FIND + "find(document).click();", selector, text);
    return this;
  }

  /** Rests the pointer there. */
  Browser hover(String selector, String text) {
    sees(selector, text);
    ask(
        Elements.FIND
            + """
            const over = new PointerEvent("pointerover", { bubbles: true, composed: true });
            find(document).dispatchEvent(over);
            """,
        selector,
        text);
    return this;
  }

  /** Types into a field, as a person would. */
  Browser type(String selector, String words) {
    sees(selector, "");
    ask(
        Elements.FIND
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
        Elements.FIND
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
    ask(
        Elements.FIND + "find(document).scrollTop = 1; find(document).scrollTop = 0;",
        selector,
        "");
    return this;
  }

  Object value(String selector) {
    return ask(Elements.FIND + "return find(document).value;", selector, "");
  }

  /** How many elements there are, through all shadow roots. */
  long count(String selector) {
    return (long) ask(Elements.FIND + "return findAll(document).length;", selector, "");
  }

  byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** With all that stands below the window's edge. */
  byte[] wholePage() {
    Map<String, Object> asked = Map.of("captureBeyondViewport", true);
    Object data = driver.executeCdpCommand("Page.captureScreenshot", asked).get("data");
    return Base64.getDecoder().decode(String.valueOf(data));
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

  /** Nothing reaches beyond the page's sides. */
  void fitsItsWidth(String what) {
    Object over = ask("const e = document.documentElement; return e.scrollWidth - e.clientWidth;");
    assertThat((long) over).as("%s is wider than its window by", what).isLessThanOrEqualTo(0);
  }

  /** Nothing of their words is cut off. */
  void isWhole(String selector) {
    Object cut =
        ask(
            Elements.FIND
                + """
                const isCut = (each) => each.scrollWidth > each.clientWidth;
                return findAll(document).filter(isCut).map((each) => each.textContent);
                """,
            selector,
            "");
    assertThat(cut).as("cut off").isEqualTo(List.of());
  }

  /** What axe finds that is serious or worse. */
  List<String> barriers() {
    return Axe.barriers(driver);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
