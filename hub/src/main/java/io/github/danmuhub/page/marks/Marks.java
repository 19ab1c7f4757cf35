package io.github.danmuhub.page.marks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was read: names of events, {@code platform:room/id}, the {@value #LIMIT} newest. One thread.
 */
final class Marks {
  private static final int LIMIT = 10_000;

  private final Set<String> read = new LinkedHashSet<>();

  void read(Collection<String> events) {
    read.removeAll(events);
    read.addAll(events);
    int over = read.size() - LIMIT;
    if (over > 0) {
      List<String> oldest = new ArrayList<>(read).subList(0, over);
      read.removeAll(Set.copyOf(oldest));
    }
  }

  void unread(Collection<String> events) {
    read.removeAll(events);
  }

  List<String> all() {
    return List.copyOf(read);
  }
}
