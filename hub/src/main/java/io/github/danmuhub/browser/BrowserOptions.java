package io.github.danmuhub.browser;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which browser.
 *
 * @param program to be launched; null for the first Chromium on the PATH
 * @param attach the user's own instead: its debugging port, or its {@code DevToolsActivePort} file;
 *     null to launch one
 * @param proxy by which a launched browser goes out; null for none
 * @param profiles where the profiles of launched browsers are kept
 */
public record BrowserOptions(
    @Nullable Path program, @Nullable String attach, @Nullable URI proxy, Path profiles) {
  /** Launches what is on the PATH. */
  public static final BrowserOptions LAUNCH =
      new BrowserOptions(null, null, null, Profiles.standard());

  /** Whether this machine has a Chromium that can be launched. */
  public static boolean isPossible() {
    return ChromiumCommand.find().isPresent();
  }

  public BrowserOptions launching(@Nullable Path other) {
    return new BrowserOptions(other, attach, proxy, profiles);
  }

  public BrowserOptions attaching(@Nullable String where) {
    return new BrowserOptions(program, where, proxy, profiles);
  }

  /** By another way out of the machine; one that is attached to goes its own. */
  public BrowserOptions by(@Nullable URI otherProxy) {
    return new BrowserOptions(program, attach, otherProxy, profiles);
  }

  public BrowserOptions keepingProfilesIn(Path folder) {
    return new BrowserOptions(program, attach, proxy, folder);
  }
}
