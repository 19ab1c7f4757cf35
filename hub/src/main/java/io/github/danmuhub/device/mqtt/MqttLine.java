package io.github.danmuhub.device.mqtt;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import io.github.danmuhub.device.link.Retries;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a broker that is opened again whenever it is lost, each time by a client of its
 * own with a clean session: nothing of before is resent. At most {@value #UNDERWAY} messages wait
 * for the broker; further ones are refused, but for those that may not be. Calls from one thread;
 * none blocks.
 */
public final class MqttLine implements AutoCloseable {
  private static final int UNDERWAY = 8;
  private static final int LONGEST = 4_096;

  /** What comes of it; on the connection's thread. */
  public interface Listener {
    void connected();

    /** At most {@value #LONGEST} characters; longer ones are dropped. */
    void message(String topic, String text);

    void lost(Phrase why);
  }

  private final Broker broker;
  private final List<String> topics;
  private final Message will;
  private final Message greeting;
  private final Listener listener;
  private final MqttClientExecutorConfig threads;
  private final BiFunction<Broker, Session.Listener, Session> dial;
  private final Retries retries = new Retries();
  private volatile @Nullable Attempt current;

  /**
   * @param topics to hear
   * @param status a topic that says {@code online} as long as it is connected, and else {@code
   *     offline}
   */
  public MqttLine(Broker broker, List<String> topics, String status, Listener listener) {
    this.broker = broker;
    this.topics = List.copyOf(topics);
    this.will = Message.kept(status, "offline");
    this.greeting = Message.kept(status, "online");
    this.listener = listener;
    this.threads =
        MqttClientExecutorConfig.builder()
            .nettyExecutor(loop -> new Thread(loop, "danmu-mqtt-" + broker.client()).start())
            .nettyThreads(1)
            .build();
    this.dial = broker.version() == 5 ? this::five : this::three;
  }

  private Session five(Broker to, Session.Listener heard) {
    return new Mqtt5Session(to, will, threads, heard);
  }

  private Session three(Broker to, Session.Listener heard) {
    return new Mqtt3Session(to, will, threads, heard);
  }

  /** Opens it where it is not, and is not about to be. */
  public void advance(long ticks) {
    Attempt attempt = current;
    if (attempt != null && attempt.isOpen) {
      retries.opened();
    } else if (attempt == null && retries.due(ticks)) {
      Attempt next = new Attempt();
      current = next;
      next.begin();
    }
  }

  /** Whether it goes out, as far as is known. */
  public boolean order(String topic, String text) {
    return publish(Message.order(topic, text), UNDERWAY);
  }

  /** Likewise; told again soon anyway, so that it is not worth waiting for. */
  public boolean pass(String topic, String text) {
    return publish(Message.passing(topic, text), UNDERWAY);
  }

  /** Goes before what waits, since nothing ever waits here but for the broker itself. */
  public void last(String topic, String text) {
    publish(Message.lasting(topic, text), Integer.MAX_VALUE);
  }

  /** The broker keeps it for those who come later. */
  public void keep(String topic, String text) {
    publish(Message.kept(topic, text), UNDERWAY);
  }

  private boolean publish(Message message, int most) {
    Attempt attempt = current;
    return attempt != null && attempt.publish(message, most);
  }

  @Override
  public void close() {
    Attempt attempt = current;
    current = null;
    if (attempt != null) {
      attempt.isOpen = false;
      var unused =
          attempt.session.publish(will).whenComplete((sent, failed) -> attempt.session.close());
    }
  }

  /** One client, from its handshake to its loss. What an old one still says is nobody's. */
  private final class Attempt implements Session.Listener {
    private final AtomicInteger underway = new AtomicInteger();
    private final Session session = dial.apply(broker, this);
    private volatile boolean isOpen;

    void begin() {
      var unused = session.open(topics).whenComplete((opened, failed) -> tell(failed));
    }

    private void tell(@Nullable Throwable failed) {
      if (failed != null) {
        ended(failed);
        session.close();
      } else {
        opened();
      }
    }

    /** Once: what a subscription brings may be here before its acknowledgement is told. */
    private synchronized void opened() {
      if (current == this && !isOpen) {
        isOpen = true;
        publish(greeting, Integer.MAX_VALUE);
        listener.connected();
      }
    }

    boolean publish(Message message, int most) {
      if (!isOpen || underway.get() >= most) {
        return false;
      }
      underway.incrementAndGet();
      CompletableFuture<?> sent = session.publish(message);
      var unused = sent.whenComplete((done, failed) -> underway.decrementAndGet());
      return true;
    }

    @Override
    public void message(String topic, String text) {
      if (current == this && text.length() <= LONGEST) {
        opened();
        listener.message(topic, text);
      }
    }

    @Override
    public void ended(Throwable why) {
      if (current == this) {
        current = null;
        isOpen = false;
        listener.lost(Phrase.of("mqtt.lost", broker.toString(), words(why)));
      }
    }

    private static String words(Throwable why) {
      Throwable cause = why;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      return String.valueOf(cause.getMessage());
    }
  }
}
