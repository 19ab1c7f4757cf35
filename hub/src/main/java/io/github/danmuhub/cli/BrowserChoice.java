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

/** Which browser: shared by all that look into pages. */
final class BrowserChoice {
  private static final long PATIENCE_SECONDS = 60;

  @Option(
      names = "--attach",
      paramLabel = "WHERE",
      description =
          "Your own browser instead: its --remote-debugging-port, or its profile's"
              + " DevToolsActivePort.")
  @Nullable String attach;

  @Option(
      names = "--chromium",
      paramLabel = "FILE",
      description = "The program to launch (default: the first Chromium or Chrome on the PATH).")
  @Nullable Path chromium;

  /** Hears rooms through their pages; launches nothing before a room wants it. */
  PageDialler dialler(Consumer<Phrase> say) {
    return new PageDialler(options(), say);
  }

  BrowserOptions options() {
    return BrowserOptions.LAUNCH.launching(chromium).attaching(attach);
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
