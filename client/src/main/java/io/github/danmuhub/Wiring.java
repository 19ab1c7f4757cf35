package io.github.danmuhub;

import io.github.danmuhub.connection.FrameTap;
import io.github.danmuhub.connection.Pacer;
import io.github.danmuhub.connection.RoomConnection;
import io.github.danmuhub.connection.RoomParts;
import io.github.danmuhub.connection.SessionParts;
import io.github.danmuhub.connection.Timing;
import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.stream.EventStream;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Transport;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rooms share, and how one is put together: the tools of each loop, a pacer of each platform.
 * Not thread-safe: the client locks.
 */
final class Wiring {
  private final Transport transport;
  private final EventStream events;
  private final Timing timing;
  private final Route route;
  private final SplittableRandom random;
  private final Function<RoomRef, FrameTap> taps;
  private final Map<Loop, LoopTools> tools = new HashMap<>();
  private final Map<String, Pacer> pacers = new TreeMap<>();

  Wiring(
      Transport transport,
      EventStream events,
      Timing timing,
      Route route,
      SplittableRandom random,
      Function<RoomRef, FrameTap> taps) {
    this.transport = transport;
    this.events = events;
    this.timing = timing;
    this.route = route;
    this.random = random;
    this.taps = taps;
  }

  RoomConnection connect(RoomNames.Named named, RoomSettings settings) {
    Loop loop = transport.nextLoop();
    return new RoomConnection(
        new RoomParts(
            named.room(),
            session(named, settings, loop),
            loop,
            transport.dialler(loop, routeBy(settings.proxy())),
            pacers.computeIfAbsent(named.platform().id(), id -> new Pacer(timing.pacingMs())),
            timing,
            random.split(),
            events::publish,
            taps.apply(named.room())));
  }

  private SessionParts session(RoomNames.Named named, RoomSettings settings, Loop loop) {
    Platform platform = named.platform();
    return new SessionParts(
        context -> platform.open(named.room(), context),
        random.split(),
        new Settings(
            platform.id(), settings.settings(), settings.credentials(), settings.keepRaw()),
        tools.computeIfAbsent(loop, unused -> LoopTools.create()));
  }

  private Route routeBy(@Nullable URI proxy) {
    return proxy == null ? route : new Route(route.simulator(), proxy);
  }
}
