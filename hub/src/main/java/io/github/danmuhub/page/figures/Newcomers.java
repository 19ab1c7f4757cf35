package io.github.danmuhub.page.figures;

import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.User;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who speaks in a room for the first time since the hub listens. {@value #LIMIT} people are known
 * at most; whoever comes later is nobody's first.
 */
final class Newcomers {
  private static final int LIMIT = 200_000;
  private static final int TOLD = 100;

  private final Set<String> seen = new HashSet<>();
  private final Deque<Newcomer> newest = new ArrayDeque<>();

  /**
   * One of them.
   *
   * @param user as {@link TopPeople#key}
   * @param received when the first message came, as it says itself
   */
  record Newcomer(String room, String user, long received) {}

  /** Whether this is a first message. */
  boolean add(String room, User user, Origin origin) {
    String key = TopPeople.key(user);
    if (seen.size() >= LIMIT || !seen.add(room + " " + key)) {
      return false;
    }
    if (!origin.history()) {
      newest.addLast(new Newcomer(room, key, origin.received()));
    }
    if (newest.size() > TOLD) {
      newest.removeFirst();
    }
    return true;
  }

  List<Newcomer> newest() {
    return List.copyOf(newest);
  }
}
