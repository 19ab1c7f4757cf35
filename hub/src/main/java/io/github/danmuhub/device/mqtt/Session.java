package io.github.danmuhub.device.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.datatypes.MqttTopic;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** One connection to a broker, from its handshake to its loss; it is not used again. Any thread. */
interface Session {
  int KEEP_ALIVE_S = 5;

  /** What comes in and what ends; on the session's own thread. */
  interface Listener {
    /** A message that is new, not one that a broker had kept. */
    void message(String topic, String text);

    void ended(Throwable why);

    /** A message as a broker sends it. */
    default void came(boolean retained, MqttTopic topic, byte[] text) {
      if (!retained) {
        message(topic.toString(), new String(text, UTF_8));
      }
    }
  }

  /** Connects with a clean session, and hears these topics; done when all that is so. */
  CompletableFuture<?> open(Iterable<String> topics);

  /** Done when each of the topics is heard. */
  static CompletableFuture<?> all(
      Iterable<String> topics, Function<String, CompletableFuture<?>> hear) {
    return CompletableFuture.allOf(
        StreamSupport.stream(topics.spliterator(), false)
            .map(hear)
            .toArray(CompletableFuture[]::new));
  }

  /** Done when the broker has it, at {@code qos} 1. */
  CompletableFuture<?> publish(Message message);

  /** Ends it; the broker does not publish the will. */
  void close();
}
