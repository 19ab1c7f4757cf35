package io.github.danmuhub.platform;

import java.util.HashMap;
import java.util.Map;

/**
 * The settings that every platform has besides its own: {@code rooms-per-address} and {@code
 * rooms-per-account}, how many of its rooms may be open at a time, 0 = as many as one likes; and
 * {@code connects-per-minute}, how many attempts there are.
 */
public final class SlotSettings {
  private static final String ADDRESS = "rooms-per-address";
  private static final String ACCOUNT = "rooms-per-account";
  private static final String CONNECTS = "connects-per-minute";
  private static final int MOST = 100_000;
  private static final int MINUTE_MS = 60_000;

  private SlotSettings() {}

  /**
   * What the user set; where they set nothing, the platform's own limits.
   *
   * @throws IllegalArgumentException in words, for a bad value
   */
  public static Limits limits(Platform platform, Map<String, String> settings) {
    Settings all = new Settings(platform.id(), settings, Credentials.NONE, false);
    Limits usual = platform.limits();
    int connects = (int) all.number(CONNECTS, 0, MINUTE_MS, 0);
    Limits pace =
        connects == 0
            ? usual
            : new Limits(connects, MINUTE_MS, usual.roomsAnAddress(), usual.roomsAnAccount());
    return pace.withRooms(
        (int) all.number(ADDRESS, 0, MOST, usual.roomsAnAddress()),
        (int) all.number(ACCOUNT, 0, MOST, usual.roomsAnAccount()));
  }

  /** The platform's own settings: all but these. */
  public static Map<String, String> own(Map<String, String> settings) {
    Map<String, String> own = new HashMap<>(settings);
    own.remove(ADDRESS);
    own.remove(ACCOUNT);
    own.remove(CONNECTS);
    return own;
  }
}
