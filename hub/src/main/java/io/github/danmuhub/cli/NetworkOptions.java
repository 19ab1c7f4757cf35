package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.PastedRoom;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands that go out to the network have in common. */
final class NetworkOptions {
  private static final String COOKIE_FILE = "cookie-file";

  @Option(
      names = "--simulator",
      paramLabel = "URL",
      description = "Send all traffic to a simulator, such as http://127.0.0.1:7001.")
  @Nullable URI simulator;

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      description = "http://[user:pass@]host:port or socks5://[user:pass@]host:port.")
  @Nullable URI proxy;

  @Option(
      names = "--cookie-file",
      paramLabel = "FILE",
      description =
          "Your own cookie, as the browser or a tool saves it; the file must be private (mode 600).")
  @Nullable Path cookieFile;

  @Option(
      names = "-o",
      paramLabel = "PLATFORM.KEY=VALUE",
      description = "A setting of a platform, such as -o bilibili.transport=tcp.")
  Map<String, String> settings = new LinkedHashMap<>();

  @Mixin FeedOptions feeds = new FeedOptions();

  @Mixin BrowserChoice browser = new BrowserChoice();

  /** One that can hear rooms through their pages, and says what the user should know of it. */
  DanmuClient.Builder client(Console console) {
    return client().browser(browser.dialler(console::say));
  }

  private DanmuClient.Builder client() {
    DanmuClient.Builder builder = DanmuClient.builder(feeds.platforms().toArray(Platform[]::new));
    if (simulator != null) {
      builder.simulator(simulator);
    }
    if (proxy != null) {
      builder.proxy(proxy);
    }
    return builder;
  }

  /**
   * The room that the user means, asked for where they paste a share link.
   *
   * @throws IllegalArgumentException in words, if no platform knows it
   */
  RoomRef room(String pasted) {
    try {
      return named(pasted);
    } catch (UsageException ours) {
      throw ours;
    } catch (IllegalArgumentException unknown) {
      String why = String.valueOf(unknown.getMessage());
      throw new UsageException(Phrase.of("room.strange", pasted, Phrase.library(why)), unknown);
    }
  }

  private RoomRef named(String pasted) {
    if (feeds.names().link(pasted).isEmpty()) {
      return feeds.names().read(pasted).room();
    }
    try (DanmuClient asking = client().build()) {
      return PastedRoom.find(asking, pasted);
    }
  }

  /** Where a browser is asked for, they are heard through their pages, if nothing else is said. */
  void throughPages(Collection<RoomRef> rooms) {
    if (browser.isAskedFor()) {
      rooms.forEach(room -> settings.putIfAbsent(room.platform() + ".source", "browser"));
    }
  }

  /** The user's account on this platform: by its own setting, else by {@code --cookie-file}. */
  private Credentials credentials(String platform, Map<String, String> own) {
    String named = own.get(COOKIE_FILE);
    Path file = named == null ? cookieFile : PathName.of(named);
    return file == null ? Credentials.NONE : CookieFile.read(file, platform);
  }

  /**
   * A cookie belongs to one platform and must never reach another.
   *
   * @throws IllegalArgumentException in words, if it is not clear whose {@code --cookie-file} is
   */
  void checkCookie(Set<String> platforms) {
    if (cookieFile != null && platforms.size() != 1) {
      throw new UsageException(Phrase.of("usage.cookie", cookieFile));
    }
  }

  /** What the command line says. */
  PlatformSettings platformSettings() {
    return platformSettings(Map.of());
  }

  /**
   * What the command line says, and where it says nothing, {@code configured}.
   *
   * @throws IllegalArgumentException if a setting of the command line belongs to no platform
   */
  PlatformSettings platformSettings(Map<String, Map<String, String>> configured) {
    checkSettings();
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    configured.forEach((platform, own) -> all.put(platform, new LinkedHashMap<>(own)));
    settings.forEach(
        (key, value) -> {
          int dot = key.indexOf('.');
          all.computeIfAbsent(key.substring(0, dot), platform -> new LinkedHashMap<>())
              .put(key.substring(dot + 1), value);
        });
    return new PlatformSettings(
        withoutCookieFiles(all),
        platform -> credentials(platform, all.getOrDefault(platform, Map.of())),
        false);
  }

  private static Map<String, Map<String, String>> withoutCookieFiles(
      Map<String, Map<String, String>> all) {
    Map<String, Map<String, String>> plain = new LinkedHashMap<>();
    all.forEach(
        (platform, own) -> {
          Map<String, String> kept = new LinkedHashMap<>(own);
          kept.remove(COOKIE_FILE);
          plain.put(platform, kept);
        });
    return plain;
  }

  /**
   * @throws IllegalArgumentException if a setting belongs to no platform
   */
  private void checkSettings() {
    for (String key : settings.keySet()) {
      String owner = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
      if (!key.contains(".") || feeds.platforms().stream().noneMatch(p -> p.id().equals(owner))) {
        throw new UsageException(Phrase.of("usage.setting", key, owner));
      }
    }
  }
}
