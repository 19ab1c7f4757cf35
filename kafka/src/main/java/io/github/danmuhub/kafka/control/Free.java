package io.github.danmuhub.kafka.control;

import io.github.danmuhub.platform.RoomRef;
import java.util.Map;

/**
 * How many rooms a worker can still take, as it stands in {@code danmu.heard}. Immutable.
 *
 * @param slots by what bounds them: {@code *} all rooms, {@code bilibili} those of a platform,
 *     {@code bilibili+main} those of an account, {@code bilibili@eu} those by a way out; the usual
 *     account and way have no name. What is not there has no bound; but an account and a proxy that
 *     has a name must be there, else the worker does not have them
 */
public record Free(Map<String, Integer> slots) {
  /** As many as one likes. */
  public static final Free ENDLESS = new Free(Map.of());

  private static final int MANY = Integer.MAX_VALUE;

  public Free {
    slots = Map.copyOf(slots);
  }

  /** What bounds all rooms. */
  public static String all() {
    return "*";
  }

  /** What bounds those of an account. */
  public static String account(String platform, String account) {
    return platform + "+" + account;
  }

  /** What bounds those by one way out. */
  public static String proxy(String platform, String proxy) {
    return platform + "@" + proxy;
  }

  /** Whether the worker could open this room. */
  public boolean fits(RoomRef room, RoomRecord wanted) {
    String platform = room.platform();
    return left(all(), MANY) > 0
        && left(platform, MANY) > 0
        && left(account(platform, wanted.account()), wanted.account().isEmpty() ? MANY : 0) > 0
        && left(proxy(platform, wanted.proxy()), wanted.proxy().isEmpty() ? MANY : 0) > 0;
  }

  private int left(String bound, int otherwise) {
    return slots.getOrDefault(bound, otherwise);
  }
}
