package io.github.danmuhub.cli;

import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.CdpException;
import io.github.danmuhub.browser.room.PageDialler;
import io.github.danmuhub.text.Phrase;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a browser is wanted, and which: shared by all that look into pages. */
final class BrowserChoice {
  private static final long PATIENCE_SECONDS = 60;

  @Option(
      names = "--attach",
      paramLabel = "WHERE",
      description =
          "Your own browser instead: its --remote-debugging-port, or its profile's"
              + " DevToolsActivePort.")
  @Nullable String attach;

  /** The program to launch; empty for the first on the PATH, null where no browser is asked for. */
  @Option(
      names = "--browser",
      arity = "0..1",
      paramLabel = "FILE",
      preprocessor = AttachedValue.class,
      description =
          "In a headless Chromium, by this program (default: the first Chromium or Chrome on the"
              + " PATH): rooms through their pages, which connect by themselves (Douyin, without a"
              + " signature).")
  @Nullable String browser;

  /** Hears rooms through their pages; launches nothing before a room wants it. */
  PageDialler dialler(Consumer<Phrase> say) {
    return new PageDialler(options(), say);
  }

  BrowserOptions options() {
    Path program = browser == null || browser.isEmpty() ? null : PathName.of(browser);
    return BrowserOptions.LAUNCH.launching(program).attaching(attach);
  }

  /** Whether rooms are to be heard through their pages. */
  boolean isAskedFor() {
    return browser != null;
  }

  /**
   * What a browser answers; never on a loop.
   *
   * @throws CdpException in words, if it refuses, or answers nothing for long
   */
  static <T> T await(CompletionStage<T> asked) throws CdpException, InterruptedException {
    try {
      return asked.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new CdpException(Phrase.of("browser.silent", PATIENCE_SECONDS));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CdpException told
          ? told
          : new CdpException(
              Phrase.foreign(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
    }
  }
}
