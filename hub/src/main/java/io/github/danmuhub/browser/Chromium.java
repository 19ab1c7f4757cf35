package io.github.danmuhub.browser;

import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A browser that we launched, with a profile of its own; both end with us. */
final class Chromium implements AutoCloseable {
  private static final long START_SECONDS = 60;
  private static final long END_SECONDS = 5;
  private static final String ROOT = "root";

  private final Process process;
  private final Path profile;

  private Chromium(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
  }

  /**
   * Launches one. Does not wait for it.
   *
   * @throws CdpException in words, if there is no program, or it cannot be run
   */
  static Chromium launch(BrowserOptions options, Consumer<Phrase> say) throws CdpException {
    checkProxy(options.proxy());
    Path program = ChromiumCommand.program(options.program());
    boolean root = ROOT.equals(System.getProperty("user.name"));
    if (root) {
      say.accept(Phrase.of("browser.root"));
    }
    try {
      Profiles profiles = new Profiles(options.profiles());
      Path profile = profiles.create();
      Process process =
          new ProcessBuilder(ChromiumCommand.words(program, profile, options, root))
              .redirectOutput(Redirect.DISCARD)
              .redirectErrorStream(true)
              .start();
      return new Chromium(process, profile);
    } catch (IOException e) {
      throw new CdpException(
          Phrase.of("browser.cannot_launch", Phrase.said(String.valueOf(e.getMessage()))));
    }
  }

  private static void checkProxy(@Nullable URI proxy) throws CdpException {
    if (proxy != null && proxy.getUserInfo() != null) {
      throw new CdpException(Phrase.of("browser.proxy"));
    }
  }

  /**
   * Where it listens, once it does; blocks.
   *
   * @throws CdpException in words, if it ends before, or does not within a minute
   */
  URI address() throws CdpException, InterruptedException {
    Path port = profile.resolve(DevToolsAddress.FILE);
    for (long waited = 0; waited < START_SECONDS * 20; waited++) {
      if (Files.exists(port)) {
        URI address = DevToolsAddress.inFile(port);
        if (address != null) {
          return address;
        }
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new CdpException(Phrase.of("browser.ended_early", process.exitValue()));
      }
    }
    throw new CdpException(Phrase.of("browser.does_not_listen", START_SECONDS));
  }

  /** Ends it at once. */
  void kill() {
    process.destroyForcibly();
    close();
  }

  /**
   * Waits for its end, and ends it where it takes long; removes its profile. Blocks for seconds.
   */
  @Override
  public void close() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Profiles.end(profile);
    Profiles.delete(profile);
  }
}
