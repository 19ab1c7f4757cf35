package io.github.danmuhub.device;

import static org.awaitility.Awaitility.await;

import io.github.danmuhub.device.mqtt.Broker;
import io.github.danmuhub.device.toy.MqttToyWay;
import io.github.danmuhub.device.toy.SafeBrain;
import io.github.danmuhub.device.toy.Toy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A toy whose hub is in another process. */
final class Lonely implements AutoCloseable {
  private final List<String> trace = new CopyOnWriteArrayList<>();
  private final Toy toy;

  private Lonely(Broker broker) {
    toy = new Toy(new SafeBrain(), ears -> new MqttToyWay(broker, "danmu/toy", ears), trace::add);
    toy.start();
  }

  static Lonely mqtt(int port) {
    return new Lonely(Broker.open("127.0.0.1", port, 3, "toy-" + System.nanoTime()));
  }

  boolean lit() {
    return toy.state().pose().lit();
  }

  void awaitLit(boolean lit) {
    await().atMost(Bench.PATIENCE).until(() -> lit() == lit);
  }

  Trace trace() {
    return new Trace(trace);
  }

  @Override
  public void close() {
    toy.close();
  }
}
