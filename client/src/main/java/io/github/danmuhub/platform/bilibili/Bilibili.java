package io.github.danmuhub.platform.bilibili;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.bilibili.site.BilibiliSite;
import io.github.danmuhub.platform.dissect.Dissectable;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bilibili's live rooms (哔哩哔哩直播), as an anonymous visitor or the user's own account is shown them.
 *
 * <p>Settings: {@code transport} wss (default), ws, tcp · {@code protover} 0, 1, 2, 3 (default) ·
 * {@code user-agent} a browser's.
 */
public final class Bilibili implements Platform, Dissectable, Simulatable {
  private static final String ID = "bilibili";

  private static final Pattern ROOM =
      Pattern.compile(
          "(?:(?:https?://)?live\\.bilibili\\.com/(?:h5/|blanc/)?)?0*([1-9]\\d{0,17})/?(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SHARED = Pattern.compile("https?://b23\\.tv/[A-Za-z0-9]{1,32}");

  public Bilibili() {}

  @Override
  public String id() {
    return ID;
  }

  /** {@code 21452505}, a short id such as {@code 6}, {@code https://live.bilibili.com/6?…}. */
  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    Matcher room = ROOM.matcher(roomOrUrl.strip());
    return room.matches() ? Optional.of(new RoomRef(ID, room.group(1))) : Optional.empty();
  }

  /** Of the app: {@code https://b23.tv/abc}. */
  @Override
  public Optional<URI> shortLink(String text) {
    Matcher link = SHARED.matcher(text);
    return link.find() ? Optional.of(URI.create(link.group())) : Optional.empty();
  }

  @Override
  public void check(Map<String, String> settings) {
    BilibiliSettings.of(new Settings(ID, settings, Credentials.NONE, false));
  }

  /** Since 2026-07 an account is said to hold 5 or 6 rooms at a time. */
  @Override
  public Limits limits() {
    return new Limits(10, 1_000, 0, 5);
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    return new BilibiliSession(room, context);
  }

  @Override
  public Redaction redaction() {
    return new BilibiliRedaction();
  }

  @Override
  public Dissector dissector() {
    return new BilibiliDissector();
  }

  @Override
  public SimulatedPlatform<?> simulated(SiteContext context) {
    return new BilibiliSite(context);
  }
}
