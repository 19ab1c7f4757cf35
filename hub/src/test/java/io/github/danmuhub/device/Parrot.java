package io.github.danmuhub.device;

import io.github.danmuhub.device.mqtt.Broker;
import io.github.danmuhub.device.mqtt.MqttLine;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Somebody on a broker who says everything once more. */
final class Parrot implements AutoCloseable, MqttLine.Listener {
  private final List<String> heard;
  private final MqttLine line;
  private volatile boolean over;
  private final AtomicLong said = new AtomicLong();

  private Parrot(int port, String topic, List<String> heard) {
    this.heard = heard;
    Broker broker = Broker.open("127.0.0.1", port, 5, "parrot");
    this.line = new MqttLine(broker, List.of(topic), "danmu/parrot", this);
    Thread thread = new Thread(this::run, "parrot");
    thread.setDaemon(true);
    thread.start();
  }

  static Parrot at(int port, String topic, List<String> heard) {
    return new Parrot(port, topic, heard);
  }

  private void run() {
    while (!over) {
      line.advance(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
      LockSupport.parkNanos(20_000_000);
    }
  }

  long said() {
    return said.get();
  }

  @Override
  public void connected() {}

  @Override
  public void message(String topic, String text) {
    if (!heard.contains(text)) {
      heard.add(text);
      said.incrementAndGet();
      line.order(topic, text);
    }
  }

  @Override
  public void lost(Phrase why) {}

  @Override
  public void close() {
    over = true;
    line.close();
  }
}
