package io.github.danmuhub.app;

import io.github.danmuhub.RoomSettings;
import java.util.Map;

/**
 * What rooms are opened with, platform by platform. Immutable.
 *
 * @param settings those of each platform by its id, such as {@code bilibili: {transport: tcp}}
 * @param accounts whose chat is shown
 * @param keepRaw whether events keep their raw messages
 */
public record PlatformSettings(
    Map<String, Map<String, String>> settings, Accounts accounts, boolean keepRaw) {
  /** Anonymous, by the platforms' defaults. */
  public static final PlatformSettings DEFAULT =
      new PlatformSettings(Map.of(), Accounts.NONE, false);

  public PlatformSettings {
    settings = Map.copyOf(settings);
  }

  /** The same, with raw messages or without. */
  public PlatformSettings keepingRaw(boolean raw) {
    return new PlatformSettings(settings, accounts, raw);
  }

  /** Of a room of this platform. */
  public RoomSettings of(String platform) {
    Map<String, String> own = settings.getOrDefault(platform, Map.of());
    return new RoomSettings(keepRaw, accounts.of(platform), own, null);
  }
}
