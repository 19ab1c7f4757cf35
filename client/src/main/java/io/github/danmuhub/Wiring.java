package io.github.danmuhub;

import io.github.danmuhub.connection.Courtesy;
import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.connection.Persistence;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.RoomParts;
import io.github.danmuhub.connection.RoomParts.Audience;
import io.github.danmuhub.connection.RoomParts.Way;
import io.github.danmuhub.connection.SessionParts;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.Limits;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.SlotSettings;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.transport.BrowserDialler;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Transport;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rooms share, and how one is put together: the tools of each loop, the courtesy of each
 * platform and way out. Not thread-safe: the client locks.
 */
final class Wiring {
  /** Proxies times platforms; the courtesy of the way not taken for longest begins anew. */
  private static final int MOST_WAYS = 1_000;

  private final Transport transport;
  private final EventStream events;
  private final Timing timing;
  private final Route route;
  private final SplittableRandom random;
  private final Function<RoomRef, FrameTap> taps;
  private final BrowserDialler browser;
  private final Map<Loop, LoopTools> tools = new HashMap<>();
  private final Visitors visitors = new Visitors();
  private final Map<WayTo, Courtesy> courtesies = BoundedMap.byUse(MOST_WAYS);

  Wiring(
      Transport transport,
      EventStream events,
      Timing timing,
      Route route,
      SplittableRandom random,
      Function<RoomRef, FrameTap> taps,
      BrowserDialler browser) {
    this.transport = transport;
    this.events = events;
    this.timing = timing;
    this.route = route;
    this.random = random;
    this.taps = taps;
    this.browser = browser;
  }

  /** Asks over HTTP by the client's own way; any thread. */
  CompletionStage<HttpReply> ask(HttpCall call) {
    Loop loop = transport.nextLoop();
    return CompletableFuture.supplyAsync(
            () -> transport.dialler(loop, route).http().send(call), loop::execute)
        .thenCompose(answer -> answer);
  }

  RoomConnection connect(RoomNames.Named named, RoomSettings settings) {
    Loop loop = transport.nextLoop();
    Route way = routeBy(settings.proxy());
    return new RoomConnection(
        new RoomParts(
            named.room(),
            session(named, settings, loop),
            new Way(
                loop,
                transport.dialler(loop, way, browser),
                courtesy(named.platform(), way, settings.settings())),
            timing,
            Persistence.ENDLESS,
            random.split(),
            new Audience(events::publish, taps.apply(named.room()))));
  }

  private SessionParts session(RoomNames.Named named, RoomSettings settings, Loop loop) {
    Platform platform = named.platform();
    return new SessionParts(
        context -> platform.open(named.room(), context),
        random.split(),
        new Settings(
            platform.id(),
            SlotSettings.own(settings.settings()),
            settings.credentials(),
            settings.keepRaw()),
        tools.computeIfAbsent(loop, unused -> LoopTools.create()),
        visitors.cookies(loop, platform.id(), settings.credentials()));
  }

  /** What was set last counts for all rooms that share it. */
  private Courtesy courtesy(Platform platform, Route way, Map<String, String> settings) {
    Limits limits = SlotSettings.limits(platform, settings).paced(timing.pacing());
    Courtesy shared =
        courtesies.computeIfAbsent(new WayTo(platform.id(), way), unused -> new Courtesy(limits));
    shared.limit(limits);
    return shared;
  }

  /** A platform, and the address that it sees us at. */
  private record WayTo(String platform, Route route) {}

  private Route routeBy(@Nullable URI proxy) {
    return proxy == null ? route : new Route(route.simulator(), proxy);
  }
}
