package io.github.danmuhub;

import io.github.danmuhub.platform.Credentials;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one room is opened. Immutable. {@link #toString} shows no secret.
 *
 * @param keepRaw whether every event keeps its raw message (2 KB each)
 * @param credentials the user's own account, or {@link Credentials#NONE}
 * @param settings the platform's own: {@code -o bilibili.transport=tcp} is {@code transport} here
 * @param proxy {@code http://…} or {@code socks5://…} for this room; null for the client's
 */
public record RoomSettings(
    boolean keepRaw, Credentials credentials, Map<String, String> settings, @Nullable URI proxy) {

  /** An anonymous visitor, by the platform's defaults. */
  public static final RoomSettings DEFAULT =
      new RoomSettings(false, Credentials.NONE, Map.of(), null);

  public RoomSettings {
    settings = Map.copyOf(settings);
  }

  public RoomSettings withRaw() {
    return new RoomSettings(true, credentials, settings, proxy);
  }

  public RoomSettings withCredentials(Credentials other) {
    return new RoomSettings(keepRaw, other, settings, proxy);
  }

  public RoomSettings with(String key, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(key, value);
    return new RoomSettings(keepRaw, credentials, more, proxy);
  }

  public RoomSettings withProxy(URI other) {
    return new RoomSettings(keepRaw, credentials, settings, other);
  }

  @Override
  public String toString() {
    return "RoomSettings[keepRaw=" + keepRaw + ", " + credentials + ", " + settings.keySet() + "]";
  }
}
