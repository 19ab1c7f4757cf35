package io.github.danmuhub.platform;

import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.ProtoCache;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How a room is opened.
 *
 * @param random where ids and jitter come from
 * @param keepRaw whether every event keeps its raw message (2 KB each)
 * @param credentials the user's own account, or {@link Credentials#NONE}
 * @param settings the platform's own settings: {@code -o bilibili.transport=tcp} is {@code
 *     transport} here
 * @param decompressors of the thread that the session runs on
 * @param cache of the same thread
 */
public record RoomOptions(
    RandomGenerator random,
    boolean keepRaw,
    Credentials credentials,
    Map<String, String> settings,
    Decompressors decompressors,
    ProtoCache cache) {

  public RoomOptions {
    settings = Map.copyOf(settings);
  }

  /** With a cache of its own. */
  public RoomOptions(
      RandomGenerator random,
      boolean keepRaw,
      Credentials credentials,
      Map<String, String> settings,
      Decompressors decompressors) {
    this(random, keepRaw, credentials, settings, decompressors, new ProtoCache());
  }
}
