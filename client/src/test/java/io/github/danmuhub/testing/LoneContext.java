package io.github.danmuhub.testing;

import io.github.danmuhub.platform.LoopTools;
import io.github.danmuhub.platform.RoomContext;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.CookieJar;
import java.util.random.RandomGenerator;

/** What a session is given, where its room has a loop and an account of its own. */
abstract class LoneContext implements RoomContext {
  final CookieJar cookies = new CookieJar();
  private final LoopTools tools = LoopTools.create();
  private final Settings settings;
  private final RandomGenerator random;

  LoneContext(Settings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  @Override
  public final RandomGenerator random() {
    return random;
  }

  @Override
  public final Settings settings() {
    return settings;
  }

  @Override
  public final LoopTools tools() {
    return tools;
  }

  @Override
  public final CookieJar cookies() {
    return cookies;
  }
}
