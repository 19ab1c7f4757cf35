package io.github.danmuhub.server;

import io.github.danmuhub.app.Takes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Recordings of which one may run at a time, without a disk. */
final class OneTake implements Takes {
  private final List<Take> takes = new ArrayList<>();

  @Override
  public synchronized List<Take> list() {
    return List.copyOf(takes);
  }

  @Override
  public synchronized boolean mayStart() {
    return takes.stream().noneMatch(take -> take.state() == State.RUNNING);
  }

  @Override
  public synchronized void start() throws IOException {
    if (!mayStart()) {
      throw new IOException("a recording runs already");
    }
    takes.add(0, new Take("take-" + takes.size(), State.RUNNING, 1, 0, 0, 0));
  }

  @Override
  public synchronized boolean stop(String name) {
    boolean runs = !mayStart() && takes.get(0).name().equals(name);
    if (runs) {
      takes.set(0, new Take(name, State.ENDED, 1, 2_048, 7, 0));
    }
    return runs;
  }
}
