package io.github.danmuhub.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a page costs, as Chromium measures it. */
record PageMeasures(ChromeDriver driver) {
  private static final Pattern PAINTED = Pattern.compile("\"ts\":([0-9.]+)");

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
    Object at =
        driver.executeScript(
            "return performance.getEntriesByName('first-contentful-paint')[0].startTime;");
    return ((Number) at).doubleValue();
  }

  /**
   * Scrolls up and down for so many seconds: how many {@code frames}, how many of them {@code slow}
   * (over 33 ms), the longest {@code task} in ms.
   */
  Object scroll(String selector, int seconds) {
    return driver.executeAsyncScript(
        Elements.FIND
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
}
