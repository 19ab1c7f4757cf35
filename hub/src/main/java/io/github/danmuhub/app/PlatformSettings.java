package io.github.danmuhub.app;

import io.github.danmuhub.RoomSettings;
import java.util.Map;

/**
 * What rooms are opened with, platform by platform. Immutable.
 *
 * @param settings those of each platform by its id, such as {@code bilibili: {transport: tcp}}
 * @param accounts whose chat is shown
 */
public record PlatformSettings(Map<String, Map<String, String>> settings, Accounts accounts) {
  /** Anonymous, by the platforms' defaults. */
  public static final PlatformSettings DEFAULT = new PlatformSettings(Map.of(), Accounts.NONE);

  public PlatformSettings {
    settings = Map.copyOf(settings);
  }

  /**
   * Of a room of this platform.
   *
   * @param keepRaw whether its events keep their raw messages
   */
  public RoomSettings of(String platform, boolean keepRaw) {
    Map<String, String> own = settings.getOrDefault(platform, Map.of());
    return new RoomSettings(keepRaw, accounts.of(platform), own, null);
  }
}
