package io.github.danmuhub.kafka.worker;

import static java.util.Objects.requireNonNull;

import io.github.danmuhub.config.KafkaConfig;
import io.github.danmuhub.config.KafkaConfig.Protocol;
import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.broker.Clients;
import io.github.danmuhub.kafka.broker.Topics;
import io.github.danmuhub.kafka.control.HeardTopic;
import io.github.danmuhub.kafka.control.RoomsTopic;
import io.github.danmuhub.kafka.worker.KeptAssignor.Kept;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The table of what a worker is made of. What it hears outlives one {@link Shift}: where Kafka's
 * client has to be made anew, the sockets stay.
 */
final class Workshop implements AutoCloseable {
  private static final Duration WITHIN = Duration.ofSeconds(3);

  /** Of what is said each second: the next word is worth more than this one. */
  private static final Map<String, Object> BRIEFLY =
      Map.of(
          ProducerConfig.MAX_BLOCK_MS_CONFIG, 200,
          ProducerConfig.LINGER_MS_CONFIG, 0,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);

  /** Of what a person waits for. */
  static final Map<String, Object> SOON =
      Map.of(
          ProducerConfig.LINGER_MS_CONFIG, 0,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);

  private final KafkaConfig config;
  private final Clients clients;
  private final Topics topics;
  private final Assignment assignment = new Assignment();
  private final Slots slots;
  private final Pasts pasts;
  private final Crew crew;
  private final Dialling dialling;

  /**
   * @param say takes one line for a person; any thread
   * @throws BrokerException in words, where the settings cannot be read
   */
  Workshop(KafkaConfig config, HubHost host, TenureListener tenures, Consumer<Phrase> say)
      throws BrokerException {
    this.config = config;
    this.clients = Clients.of(config);
    this.topics = new Topics(config.topics());
    this.slots = new Slots(host.bounds());
    this.pasts = new Pasts(this::heard, config.zone());
    this.crew = new Crew(host, slots, pasts::of, tenures);
    Mover mover =
        new Mover(
            crew,
            pasts,
            config.zone(),
            () -> rooms(clients, topics),
            say,
            System::currentTimeMillis);
    this.dialling = new Dialling(crew, mover);
    dialling.start();
  }

  private HeardTopic heard() throws BrokerException {
    return new HeardTopic(topics.heard(), clients.consumer("heard", Map.of()), WITHIN);
  }

  /** The control plane, for who writes there; closed by who asked for it. */
  static RoomsTopic rooms(Clients clients, Topics topics) throws BrokerException {
    return new RoomsTopic(
        topics.rooms(),
        clients.consumer("control", Map.of()),
        clients.producer("control", SOON),
        WITHIN,
        System::currentTimeMillis);
  }

  /** Makes what is missing at the cluster, and a member of the group that has not joined yet. */
  Shift shift() throws IOException {
    try (Admin admin = clients.admin("rooms-admin")) {
      topics.make(admin);
    }
    AtomicReference<Supplier<Kept>> kept = new AtomicReference<>(() -> Kept.NOTHING);
    Producer<String, byte[]> producer = clients.producer("words", BRIEFLY);
    Shift shift =
        new Shift(
            clients.consumer(
                "rooms",
                WorkerGroup.settings(
                    config, clients.worker().group(), () -> requireNonNull(kept.get()).get())),
            topics.rooms(),
            producer,
            new Speaker(topics.heard(), clients.worker(), producer),
            assignment,
            crew,
            slots,
            dialling,
            System::currentTimeMillis);
    kept.set(shift::kept);
    return shift;
  }

  /** What the worker got, for a person. */
  Phrase joined() {
    String session =
        config.protocol() == Protocol.CLASSIC
            ? WorkerGroup.session(config)
            : GroupSession.ask(clients);
    return Phrase.of(
        "kafka.rooms-joined",
        clients.worker().name(),
        clients.worker().zone(),
        config.protocol(),
        session);
  }

  long partitions() {
    return dialling.partitions();
  }

  int rooms() {
    return crew.size();
  }

  int homeless() {
    return crew.homeless().size();
  }

  @Override
  public void close() {
    dialling.close();
    pasts.close();
  }
}
