package io.github.danmuhub.server;

import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.FramedText;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.net.Refusals;
import io.github.danmuhub.server.policy.TokenBucket;
import io.github.danmuhub.server.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * {@code /ws/topic/NAME}: what one page sends, all others of the topic receive. At most {@value
 * #TOPICS} topics, {@value #MEMBERS} pages in each, {@value #LENGTH} characters a message, {@value
 * #PER_SECOND} messages a second from each page. A page that does not read misses messages,
 * counted. On the loop only.
 */
final class TopicDoor {
  static final int TOPICS = 64;
  static final int MEMBERS = 256;
  static final int LENGTH = 16_384;
  static final int PER_SECOND = 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Map<String, Set<DoorSocket>> topics = new HashMap<>();
  private final Sockets sockets;
  private final Refusals refusals;
  private final Counter dropped;
  private final LongSupplier clock;

  TopicDoor(Sockets sockets, Refusals refusals, LongSupplier clock) {
    this.sockets = sockets;
    this.refusals = refusals;
    this.dropped =
        Counter.builder("danmu.server.topic.dropped.messages")
            .description("topic messages that slow pages were not sent")
            .register(refusals.registry());
    this.clock = clock;
  }

  void handle(RoutingContext context) {
    String name = Objects.requireNonNull(context.pathParam("name"));
    if (!NAME.matcher(name).matches()) {
      throw ProblemException.bad("bad-topic", "a topic is named with 1 to 64 of A-Z a-z 0-9 _ -");
    }
    Collection<DoorSocket> there = topics.getOrDefault(name, Set.of());
    if (there.size() >= MEMBERS || (there.isEmpty() && topics.size() >= TOPICS)) {
      throw new ProblemException(
          429,
          "too-many-topics",
          "there are " + TOPICS + " topics or " + MEMBERS + " pages already");
    }
    sockets.upgrade(context, socket -> join(name, socket));
  }

  private void join(String name, DoorSocket socket) {
    topics.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(socket);
    socket.onEnd(() -> leave(name, socket));
    TokenBucket bucket = new TokenBucket(PER_SECOND, 1_000 / PER_SECOND, clock);
    socket.onText(
        text -> {
          if (allowed(socket, text.length(), bucket)) {
            tellOthers(name, socket, text);
          }
        });
    socket.onBinary(
        bytes -> {
          if (allowed(socket, bytes.length(), bucket)) {
            tellOthers(name, socket, other -> other.write(bytes));
          }
        });
  }

  private void leave(String name, DoorSocket socket) {
    topics.computeIfPresent(
        name,
        (key, members) -> {
          members.remove(socket);
          return members.isEmpty() ? null : members;
        });
  }

  private boolean allowed(DoorSocket socket, int length, TokenBucket bucket) {
    if (length > LENGTH) {
      refuse(socket, "too-large", "a message has at most " + LENGTH + " characters");
      return false;
    }
    if (!bucket.take()) {
      refuse(socket, "too-fast", "at most " + PER_SECOND + " messages a second; not sent");
      return false;
    }
    return true;
  }

  private void refuse(DoorSocket socket, String code, String why) {
    refusals.count("topic-" + code);
    if (!socket.isFull()) {
      socket.write(Json.message("error").put("code", code).put("why", why).toString());
    }
  }

  private void tellOthers(String name, DoorSocket sender, String text) {
    try (FramedText framed = FramedText.of(text)) {
      tellOthers(name, sender, other -> other.write(framed));
    }
  }

  private void tellOthers(String name, DoorSocket sender, Consumer<DoorSocket> message) {
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
