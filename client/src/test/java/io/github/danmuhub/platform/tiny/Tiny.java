package io.github.danmuhub.platform.tiny;

import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import java.util.Optional;

/** The smallest platform there can be, invented to try the site kit on. */
public final class Tiny implements Platform, Simulatable {
  @Override
  public String id() {
    return "tiny";
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    String room = roomOrUrl.strip().replaceFirst("^https://tiny\\.example/rooms/", "");
    return room.matches("[a-z0-9]{1,20}") ? Optional.of(new RoomRef(id(), room)) : Optional.empty();
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    return new TinySession(room, context);
  }

  @Override
  public SimulatedPlatform<?> simulated(SiteContext context) {
    return new TinySite(context);
  }
}
