package io.github.danmuhub.server;

import io.github.danmuhub.server.door.DoorSocket;
import io.github.danmuhub.server.door.Json;
import io.github.danmuhub.server.door.Sockets;
import io.github.danmuhub.server.door.Topics;
import io.github.danmuhub.server.net.Refusals;
import io.github.danmuhub.server.policy.TokenBucket;
import io.github.danmuhub.server.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * {@code /ws/topic/NAME}: what one page sends, all others of the topic receive. At most {@value
 * #LENGTH} characters a message, {@value #PER_SECOND} messages a second from each page. On the loop
 * only.
 */
final class TopicDoor {
  static final int LENGTH = 16_384;
  static final int PER_SECOND = 20;

  private final Topics topics;
  private final Sockets sockets;
  private final Refusals refusals;
  private final LongSupplier clock;

  TopicDoor(Topics topics, Sockets sockets, Refusals refusals, LongSupplier clock) {
    this.topics = topics;
    this.sockets = sockets;
    this.refusals = refusals;
    this.clock = clock;
  }

  void handle(RoutingContext context) {
    String name = Objects.requireNonNull(context.pathParam("name"));
    if (!Topics.isName(name)) {
      throw ProblemException.bad("bad-topic", "a topic is named with 1 to 64 of A-Z a-z 0-9 _ -");
    }
    if (!topics.hasRoom(name)) {
      throw new ProblemException(
          429,
          "too-many-topics",
          "there are " + Topics.TOPICS + " topics or " + Topics.MEMBERS + " pages already");
    }
    sockets.upgrade(context, socket -> join(name, socket));
  }

  private void join(String name, DoorSocket socket) {
    topics.join(name, socket);
    socket.onEnd(() -> topics.leave(name, socket));
    TokenBucket bucket = new TokenBucket(PER_SECOND, 1_000 / PER_SECOND, clock);
    socket.onText(
        text -> {
          if (allowed(socket, text.length(), bucket)) {
            topics.tellOthers(name, socket, text);
          }
        });
    socket.onBinary(
        bytes -> {
          if (allowed(socket, bytes.length(), bucket)) {
            topics.tellOthers(name, socket, other -> other.write(bytes));
          }
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
}
