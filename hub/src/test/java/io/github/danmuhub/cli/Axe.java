package io.github.danmuhub.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page as axe sees it: what keeps people out. */
final class Axe {
  private Axe() {}

  /** What axe finds that is serious or worse. */
  @SuppressWarnings("unchecked") // as the script returns it
  static List<String> barriers(ChromeDriver driver) {
    driver.executeScript(axe());
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
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
