package io.github.danmuhub.server.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to which topic: at most {@value #TOPICS} topics, {@value #MEMBERS} sockets in each. A
 * socket that does not read misses messages, counted; a topic without anybody is not kept. On the
 * loop only.
 */
public final class Topics {
  /** As many as there may be at once. */
  public static final int TOPICS = 64;

  /** As many as may listen to one. */
  public static final int MEMBERS = 256;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Map<String, Set<DoorSocket>> topics = new HashMap<>();
  private final Counter dropped;

  /** Nobody listens yet; what slow sockets miss is counted in {@code metrics}. */
  public Topics(MeterRegistry metrics) {
    dropped =
        Counter.builder("danmu.server.topic.dropped.messages")
            .description("topic messages that slow pages were not sent")
            .register(metrics);
  }

  /** Whether a topic may be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether one more may listen to it. */
  public boolean hasRoom(String name) {
    Collection<DoorSocket> there = topics.getOrDefault(name, Set.of());
    return there.size() < MEMBERS && (!there.isEmpty() || topics.size() < TOPICS);
  }

  /** Until {@link #leave}. */
  public void join(String name, DoorSocket socket) {
    topics.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(socket);
  }

  /** It listens no more. */
  public void leave(String name, DoorSocket socket) {
    topics.computeIfPresent(
        name,
        (key, members) -> {
          members.remove(socket);
          return members.isEmpty() ? null : members;
        });
  }

  /** Sends a text to all who listen now. */
  public void tell(String name, String text) {
    tellOthers(name, null, text);
  }

  /** The same, but to {@code sender}. */
  public void tellOthers(String name, @Nullable DoorSocket sender, String text) {
    if (topics.containsKey(name)) {
      try (FramedText framed = FramedText.of(text)) {
        tellOthers(name, sender, other -> other.write(framed));
      }
    }
  }

  /** Of bytes, or whatever else is written to each. */
  public void tellOthers(String name, @Nullable DoorSocket sender, Consumer<DoorSocket> message) {
    for (DoorSocket other : topics.getOrDefault(name, Set.of())) {
      if (other == sender) {
        continue;
      }
      if (other.isFull()) {
        dropped.increment();
      } else {
        message.accept(other);
      }
    }
  }
}
