package io.github.danmuhub.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The last {@value #MOST} lines of the audit log, for pages; the oldest go. Any thread. */
final class Recents {
  private static final int MOST = 1_000;

  private final Deque<ObjectNode> lines = new ArrayDeque<>();

  synchronized void add(ObjectNode line) {
    if (lines.size() == MOST) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  /** The newest first; no more than {@code limit}. */
  synchronized List<ObjectNode> newest(int limit) {
    List<ObjectNode> all = new ArrayList<>(lines);
    Collections.reverse(all);
    return all.subList(0, Math.min(limit, all.size()));
  }
}
