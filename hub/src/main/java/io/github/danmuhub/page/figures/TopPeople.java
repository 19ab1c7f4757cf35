package io.github.danmuhub.page.figures;

import io.github.danmuhub.event.User;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has most. At most {@value #LIMIT} people: when there are more, the half with the least is
 * forgotten, and begins anew.
 */
final class TopPeople {
  private static final int LIMIT = 1_000;

  private final Map<String, Place> places = new HashMap<>();

  /** Somebody and what they have. */
  record Place(String name, long sum) {
    Place plus(String newName, long more) {
      return new Place(newName, MinuteRow.plus(sum, more));
    }
  }

  void add(User user, long amount) {
    String name = user.displayName();
    places.merge(key(user), new Place(name, amount), (old, more) -> old.plus(name, amount));
    if (places.size() > LIMIT) {
      places.values().retainAll(best(LIMIT / 2));
    }
  }

  /** What tells people apart: their id, else their name. */
  static String key(User user) {
    return user.id() == null ? "=" + user.displayName() : user.id();
  }

  /** The first ones, the most first. */
  List<Place> best(int count) {
    return places.values().stream()
        .sorted(Comparator.comparingLong(Place::sum).reversed())
        .limit(count)
        .toList();
  }
}
