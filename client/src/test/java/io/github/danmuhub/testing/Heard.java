package io.github.danmuhub.testing;

import static org.awaitility.Awaitility.await;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.Connection.State;
import io.github.danmuhub.event.LiveEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Everything that a client told, and waiting for what it is to tell. Thread-safe. */
public final class Heard implements Consumer<LiveEvent> {
  private static final Duration POLL = Duration.ofMillis(10);

  private final List<LiveEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void accept(LiveEvent event) {
    events.add(event);
  }

  public List<LiveEvent> events() {
    return events;
  }

  public <T extends LiveEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * Waits until {@code state} was told for the {@code times}-th time; gives that event. A failure
   * shows every step that was told instead.
   */
  public Connection awaitState(State state, int times, Duration atMost) {
    await()
        .atMost(atMost)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(() -> all(Connection.class), told -> steps(told, state).size() >= times);
    return steps(all(Connection.class), state).get(times - 1);
  }

  /** Without the reports of health, which have no detail. */
  private static List<Connection> steps(List<Connection> told, State state) {
    return told.stream().filter(step -> step.state() == state && step.detail() != null).toList();
  }

  /** Waits for {@code more} events of a type beyond those heard by now. */
  public void awaitMore(Class<? extends LiveEvent> type, int more, Duration atMost) {
    awaitCount(type, all(type).size() + more, atMost);
  }

  /** Waits until {@code count} events of a type were heard since the beginning. */
  public void awaitCount(Class<? extends LiveEvent> type, int count, Duration atMost) {
    await()
        .atMost(atMost)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(() -> this, heard -> heard.all(type).size() >= count);
  }

  /** What a failure shows: how much was heard, and every step on the way. */
  @Override
  public String toString() {
    return events.size()
        + " events; "
        + all(Connection.class).stream().filter(step -> step.detail() != null).toList();
  }
}
