package io.github.danmuhub.platform.douyin.message;

/**
 * The ids of the last {@value #SIZE} gift messages: a platform that replays them after a reconnect
 * must not find their combos forgotten. An older id is dropped for every new one.
 */
final class RecentIds {
  private static final int SIZE = 512;

  private long[] ids = {};
  private int next;

  /** Whether the id came before; remembers it. An id of 0 is no id. */
  boolean seen(long id) {
    if (id == 0) {
      return false;
    }
    for (long known : ids) {
      if (known == id) {
        return true;
      }
    }
    remember(id);
    return false;
  }

  private void remember(long id) {
    if (ids.length == 0) {
      ids = new long[SIZE];
    }
    ids[next] = id;
    next = (next + 1) % SIZE;
  }
}
