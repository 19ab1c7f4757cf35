package io.github.danmuhub.device.toy;

import io.github.danmuhub.device.mqtt.Broker;
import io.github.danmuhub.device.mqtt.MqttLine;
import io.github.danmuhub.text.Phrase;
import java.util.List;

/** A toy's way by a broker. */
public final class MqttToyWay implements ToyWay, MqttLine.Listener {
  private final String topic;
  private final Ears ears;
  private final MqttLine line;

  /**
   * @param topic the toy's own
   */
  public MqttToyWay(Broker broker, String topic, Ears ears) {
    this.topic = topic;
    this.ears = ears;
    this.line =
        new MqttLine(broker, List.of(topic + "/order", topic + "/stop"), topic + "/status", this);
  }

  @Override
  public void advance(long ticks) {
    line.advance(ticks);
  }

  @Override
  public void say(String report) {
    line.pass(topic + "/said", report);
  }

  @Override
  public void connected() {
    ears.connected();
  }

  /** Whatever is said where one stops it is a stop, by an id where it has one. */
  @Override
  public void message(String where, String text) {
    if (where.equals(topic + "/order")) {
      ears.order(text);
    } else if (where.equals(topic + "/stop")) {
      ears.order(text.matches("stop [!-~]{1,64}") ? text : "stop somebody");
    }
  }

  @Override
  public void lost(Phrase why) {
    ears.lost(why);
  }

  @Override
  public void close() {
    line.close();
  }
}
