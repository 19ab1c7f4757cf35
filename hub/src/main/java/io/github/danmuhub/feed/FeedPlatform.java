package io.github.danmuhub.feed;

import io.github.danmuhub.feed.site.FeedSite;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.Redaction;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.RoomSession;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.dissect.Dissectable;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.site.Simulatable;
import io.github.danmuhub.platform.site.SimulatedPlatform;
import io.github.danmuhub.platform.site.SiteContext;
import java.util.Map;
import java.util.Optional;

/** A site that a file describes, as a platform like any other. */
public final class FeedPlatform implements Platform, Dissectable, Simulatable {
  private final FeedSpec spec;
  private final boolean deflates;

  FeedPlatform(FeedSpec spec, boolean deflates) {
    this.spec = spec;
    this.deflates = deflates;
  }

  /** The same, and its simulated side takes permessage-deflate where it is offered. */
  public FeedPlatform deflating() {
    return new FeedPlatform(spec, true);
  }

  @Override
  public String id() {
    return spec.id();
  }

  /** The room that is meant where none is named. */
  public RoomRef firstRoom() {
    return new RoomRef(spec.id(), spec.rooms().first());
  }

  @Override
  public Optional<RoomRef> parse(String roomOrUrl) {
    return spec.rooms().read(roomOrUrl).map(room -> new RoomRef(spec.id(), room));
  }

  @Override
  public void check(Map<String, String> settings) {
    new Settings(id(), settings, Credentials.NONE, false)
        .only(spec.settings().keySet().stream().sorted().toArray(String[]::new));
  }

  @Override
  public RoomSession open(RoomRef room, RoomContext context) {
    check(context.settings().values());
    return new FeedSession(spec, room, context);
  }

  @Override
  public Redaction redaction() {
    return new FeedRedaction(spec);
  }

  @Override
  public Dissector dissector() {
    return new FeedDissector(spec);
  }

  @Override
  public SimulatedPlatform<?> simulated(SiteContext context) {
    return new FeedSite(spec, context, deflates);
  }
}
