package io.github.danmuhub;

import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.transport.Loop;
import java.util.Map;

/**
 * The cookies of each visitor: whom a platform takes the rooms of one account on one loop for.
 * Those of {@value #MOST} visitors are kept; of others, the ones not needed for longest are
 * forgotten, and a room that is opened then comes as a new visitor. Not thread-safe.
 */
final class Visitors {
  static final int MOST = 1_000;

  private final Map<Visitor, CookieJar> jars = BoundedMap.byUse(MOST);

  private record Visitor(Loop loop, String platform, Credentials account) {}

  CookieJar cookies(Loop loop, String platform, Credentials account) {
    return jars.computeIfAbsent(new Visitor(loop, platform, account), unused -> new CookieJar());
  }
}
