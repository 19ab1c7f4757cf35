package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.platform.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands that go out to the network have in common. */
final class NetworkOptions {
  private static final String COOKIE_FILE = ".cookie-file";

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
          "Your own cookie, as the browser sends it; the file must be private (mode 600).")
  @Nullable Path cookieFile;

  @Option(
      names = "-o",
      paramLabel = "PLATFORM.KEY=VALUE",
      description = "A setting of a platform, such as -o bilibili.transport=tcp.")
  Map<String, String> settings = new LinkedHashMap<>();

  DanmuClient.Builder client() {
    DanmuClient.Builder builder = DanmuClient.builder(Platforms.array());
    if (simulator != null) {
      builder.simulator(simulator);
    }
    if (proxy != null) {
      builder.proxy(proxy);
    }
    return builder;
  }

  /** The user's account on this platform: by its own setting, else by {@code --cookie-file}. */
  Credentials credentials(String platform) {
    String own = settings.get(platform + COOKIE_FILE);
    Path file = own == null ? cookieFile : Path.of(own);
    return file == null ? Credentials.NONE : CookieFile.read(file);
  }

  /**
   * A cookie belongs to one platform and must never reach another.
   *
   * @throws IllegalArgumentException in words, if it is not clear whose {@code --cookie-file} is
   */
  void checkCookie(Set<String> platforms) {
    if (cookieFile != null && platforms.size() != 1) {
      throw new IllegalArgumentException(
          "--cookie-file is one platform's cookie: write -o PLATFORM.cookie-file=" + cookieFile);
    }
  }

  /** The settings of one platform, without its prefix. */
  Map<String, String> settingsOf(String platform) {
    Map<String, String> own = new LinkedHashMap<>();
    String prefix = platform + ".";
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(prefix) && !key.endsWith(COOKIE_FILE)) {
            own.put(key.substring(prefix.length()), value);
          }
        });
    return own;
  }

  /** What a configuration file says, where the command line says nothing. */
  void addSettings(Map<String, Map<String, String>> platforms) {
    platforms.forEach(
        (platform, own) ->
            own.forEach((key, value) -> settings.putIfAbsent(platform + "." + key, value)));
  }

  /**
   * @throws IllegalArgumentException if a setting belongs to no platform
   */
  void checkSettings() {
    for (String key : settings.keySet()) {
      String owner = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
      if (Platforms.all().stream().noneMatch(p -> p.id().equals(owner))) {
        throw new IllegalArgumentException(
            "-o %s: no platform '%s'; write PLATFORM.KEY=VALUE, such as bilibili.transport=tcp"
                .formatted(key, owner));
      }
    }
  }

  RoomSettings roomSettings(String platform, boolean keepRaw) {
    return new RoomSettings(keepRaw, credentials(platform), settingsOf(platform), null);
  }
}
