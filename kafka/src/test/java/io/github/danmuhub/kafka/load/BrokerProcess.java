package io.github.danmuhub.kafka.load;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * A Kafka broker of one node (KRaft) in a process of its own, of 256 MB, on a free port of
 * 127.0.0.1. It can be killed, frozen, and started again on the same port with what it had stored.
 * Its classes come with the Maven profile {@code load} only. One thread.
 */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration ONE_CALL = Duration.ofSeconds(5);
  private static final List<String> JVM = List.of("-Xmx256m");

  private final Path dir;
  private final int port;
  private Child child;

  private BrokerProcess(Path dir, int port) throws IOException {
    this.dir = dir;
    this.port = port;
    this.child = launch();
  }

  /**
   * Formats a folder, starts a broker on it and waits until it answers.
   *
   * @param dir empty; what it stores and says goes there
   */
  public static BrokerProcess start(Path dir) throws IOException {
    int port = freePort();
    Files.writeString(dir.resolve("server.properties"), properties(dir, port, freePort()));
    String id = Uuid.randomUuid().toString();
    try (Child format =
        run(dir, "kafka.tools.StorageTool", "format", "-t", id, "-c", settings(dir))) {
      if (format.exitCode() != 0) {
        throw new IOException("the broker's folder was not formatted:\n" + format.said());
      }
    }
    BrokerProcess broker = new BrokerProcess(dir, port);
    broker.awaitAnswer();
    return broker;
  }

  private static Child run(Path dir, String main, String... arguments) throws IOException {
    return Child.start(dir.resolve("broker.log"), JVM, main, arguments);
  }

  private static String settings(Path dir) {
    return dir.resolve("server.properties").toString();
  }

  private Child launch() throws IOException {
    return run(dir, "kafka.Kafka", settings(dir));
  }

  /** Where it listens, as {@code bootstrap.servers} wants it. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** It is asked again and again: a port that is open does not yet answer. */
  private void awaitAnswer() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ONE_CALL.toMillis(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ONE_CALL.toMillis());
    try (Admin admin = Admin.create(settings)) {
      while (!answers(admin)) {
        if (!child.isAlive() || System.nanoTime() - deadline > 0) {
          throw new IOException("the broker did not start; it said:\n" + child.said());
        }
      }
    }
  }

  private static boolean answers(Admin admin) throws IOException {
    try {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted while the broker started");
    }
  }

  /** What {@code kill -9} does; returns when it is dead. */
  public void kill() {
    child.kill();
  }

  /** Starts it on the same port, with what it had stored; it must be dead. */
  public void startAgain() throws IOException {
    child = launch();
    awaitAnswer();
  }

  /** Its sockets stay open, but nothing answers. */
  public void freeze() throws IOException {
    child.freeze();
  }

  public void thaw() throws IOException {
    child.thaw();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** One node is everything, and what exists in threes elsewhere exists once. */
  private static String properties(Path dir, int port, int controller) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%2$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    log.dirs=%3$s
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=4
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    group.consumer.min.session.timeout.ms=6000
    group.consumer.session.timeout.ms=6000
    group.consumer.min.heartbeat.interval.ms=1000
    group.consumer.heartbeat.interval.ms=1000
    broker.session.timeout.ms=3000
    broker.heartbeat.interval.ms=500
    auto.create.topics.enable=false
    """
        .formatted(port, controller, dir.resolve("data"));
  }

  /** Kills it, frozen or not. */
  @Override
  public void close() {
    kill();
  }
}
