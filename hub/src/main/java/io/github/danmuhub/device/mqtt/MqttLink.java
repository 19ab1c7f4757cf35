package io.github.danmuhub.device.mqtt;

import io.github.danmuhub.device.link.DeviceLink;
import java.util.List;

/** A toy behind a broker, from the hub's side. */
public final class MqttLink implements DeviceLink, MqttLine.Listener {
  private final String topic;
  private final Ears ears;
  private final MqttLine line;

  /**
   * @param topic the toy's own
   */
  public MqttLink(Broker broker, String topic, Ears ears) {
    this.topic = topic;
    this.ears = ears;
    this.line =
        new MqttLine(
            broker,
            List.of(topic + "/said", topic + "/stop", topic + "/hub/disarm"),
            topic + "/hub/status",
            this);
  }

  @Override
  public void advance(long ticks) {
    line.advance(ticks);
  }

  @Override
  public boolean say(String order) {
    return line.order(topic + "/order", order);
  }

  @Override
  public void sayFirst(String stop) {
    line.last(topic + "/stop", stop);
  }

  @Override
  public void tell(String state) {
    line.keep(topic + "/hub/state", state);
  }

  @Override
  public void connected() {
    ears.connected();
  }

  @Override
  public void message(String where, String text) {
    if (where.equals(topic + "/said")) {
      ears.heard(text);
    } else if (where.equals(topic + "/stop")) {
      ears.stop(text);
    } else if (where.equals(topic + "/hub/disarm")) {
      ears.disarm("MQTT");
    } // anything else was not asked for
  }

  @Override
  public void lost(String why) {
    ears.lost(why);
  }

  @Override
  public void close() {
    line.close();
  }
}
