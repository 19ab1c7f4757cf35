package io.github.danmuhub.platform.huya;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.dissect.Dissectable;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.huya.site.HuyaSite;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Huya (虎牙), as an anonymous visitor is shown it: {@code huya:lpl}, or the room's URL. */
public final class Huya implements Platform, Dissectable, Simulatable {
  private static final String ID = "huya";

  private static final Pattern ROOM =
      Pattern.compile(
          "(?:(?:https?://)?(?:www\\.|m\\.)?huya\\.com/)?([A-Za-z0-9_-]{1,64})/?(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);

  /** Pages that no presenter has. */
  private static final Set<String> NO_ROOMS =
      Set.of("g", "l", "video", "search", "match", "download");

  @Override
  public String id() {
    return ID;
  }

  /** A presenter's name or number, {@code https://www.huya.com/lpl?…}, {@code m.huya.com/lpl}. */
  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    Matcher room = ROOM.matcher(roomOrUrl.strip());
    return room.matches() && !NO_ROOMS.contains(room.group(1))
        ? Optional.of(new RoomRef(ID, room.group(1)))
        : Optional.empty();
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    return new HuyaSession(room, context);
  }

  @Override
  public Redaction redaction() {
    return new HuyaRedaction();
  }

  @Override
  public Dissector dissector() {
    return new HuyaDissector();
  }

  @Override
  public SimulatedPlatform<?> simulated(SiteContext context) {
    return new HuyaSite(context);
  }
}
