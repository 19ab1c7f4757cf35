package io.github.danmuhub.device.mqtt;

import java.util.concurrent.CompletableFuture;

/** One connection to a broker, from its handshake to its loss; it is not used again. Any thread. */
interface Session {
  int KEEP_ALIVE_S = 5;
  int CONNECT_MS = 5_000;

  /** What comes in and what ends; on the session's own thread. */
  interface Listener {
    /** A message that is new, not one that a broker had kept. */
    void message(String topic, String text);

    void ended(Throwable why);
  }

  /** Connects with a clean session, and hears these topics; done when all that is so. */
  CompletableFuture<?> open(Iterable<String> topics);

  /** Done when the broker has it, at {@code qos} 1. */
  CompletableFuture<?> publish(Message message);

  /** Ends it; the broker does not publish the will. */
  void close();
}
