package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.dissect.Dissectable;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.douyin.site.DouyinSite;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Douyin (抖音): {@code douyin:80017709309}, or {@code https://live.douyin.com/80017709309}.
 *
 * <p>Settings: {@code source} socket or browser; {@code signature} none, url or rpc; {@code url}, a
 * complete socket URL; {@code rpc}, where the stub is posted to be signed.
 */
public final class Douyin implements Platform, Dissectable, Simulatable {
  public static final String ID = "douyin";

  private static final Pattern ROOM = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final Pattern URL =
      Pattern.compile(
          "(?:https?://)?(?:live\\.douyin\\.com/|www\\.douyin\\.com/(?:follow/|root/)?live/)"
              + "([A-Za-z0-9_-]{1,128})/?(?:[?#].*)?");
  private static final Set<String> NO_ROOMS =
      Set.of("webcast", "category", "categorynew", "hot_live");

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    String text = roomOrUrl.strip();
    Matcher url = URL.matcher(text);
    String room = url.matches() ? url.group(1) : text;
    boolean named = ROOM.matcher(room).matches() && !NO_ROOMS.contains(room);
    return named ? Optional.of(new RoomRef(ID, room)) : Optional.empty();
  }

  /** Of the app: see {@link DouyinShareLink}. */
  @Override
  public Optional<URI> shortLink(String text) {
    return DouyinShareLink.in(text);
  }

  @Override
  public Optional<String> linked(HttpReply reply) {
    return DouyinShareLink.room(reply).or(() -> Platform.super.linked(reply));
  }

  @Override
  public void check(Map<String, String> settings) {
    DouyinSettings.read(new Settings(ID, settings, Credentials.NONE, false));
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    return new DouyinSession(room, context);
  }

  @Override
  public Redaction redaction() {
    return new DouyinRedaction();
  }

  @Override
  public Dissector dissector() {
    return new DouyinDissector();
  }

  @Override
  public SimulatedPlatform<?> simulated(SiteContext context) {
    return new DouyinSite(context);
  }
}
