package io.github.danmuhub.server;

import io.github.danmuhub.server.policy.TokenBucket;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.core.http.ServerWebSocket;
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

  private final Map<String, Set<ServerWebSocket>> topics = new HashMap<>();
  private final ServerMetrics metrics;
  private final LongSupplier clock;

  TopicDoor(ServerMetrics metrics, LongSupplier clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  void handle(RoutingContext context) {
    String name = Objects.requireNonNull(context.pathParam("name"));
    if (!NAME.matcher(name).matches()) {
      throw ProblemException.bad("bad-topic", "a topic is named with 1 to 64 of A-Z a-z 0-9 _ -");
    }
    Collection<ServerWebSocket> there = topics.getOrDefault(name, Set.of());
    if (there.size() >= MEMBERS || (there.isEmpty() && topics.size() >= TOPICS)) {
      throw new ProblemException(
          429,
          "too-many-topics",
          "there are " + TOPICS + " topics or " + MEMBERS + " pages already");
    }
    Sockets.upgrade(context, socket -> join(name, socket));
  }

  private void join(String name, ServerWebSocket socket) {
    topics.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(socket);
    socket.closeHandler(gone -> leave(name, socket));
    TokenBucket bucket = new TokenBucket(PER_SECOND, 1_000 / PER_SECOND, clock);
    socket.textMessageHandler(
        text -> {
          if (allowed(socket, text.length(), bucket)) {
            tellOthers(name, socket, other -> other.writeTextMessage(text));
          }
        });
    socket.binaryMessageHandler(
        bytes -> {
          if (allowed(socket, bytes.length(), bucket)) {
            tellOthers(name, socket, other -> other.writeBinaryMessage(bytes));
          }
        });
  }

  private void leave(String name, ServerWebSocket socket) {
    topics.computeIfPresent(
        name,
        (key, members) -> {
          members.remove(socket);
          return members.isEmpty() ? null : members;
        });
  }

  private boolean allowed(ServerWebSocket socket, int length, TokenBucket bucket) {
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

  private void refuse(ServerWebSocket socket, String code, String why) {
    metrics.refused("topic-" + code);
    if (!socket.writeQueueFull()) {
      socket.writeTextMessage(Json.message("error").put("code", code).put("why", why).toString());
    }
  }

  private void tellOthers(String name, ServerWebSocket sender, Consumer<ServerWebSocket> message) {
    for (ServerWebSocket other : topics.getOrDefault(name, Set.of())) {
      if (other == sender) {
        continue;
      }
      if (other.writeQueueFull()) {
        metrics.topicDropped();
      } else {
        message.accept(other);
      }
    }
  }
}
