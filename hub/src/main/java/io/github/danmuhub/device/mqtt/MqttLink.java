package io.github.danmuhub.device.mqtt;

import io.github.danmuhub.device.link.DeviceLink;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A toy behind a broker, from the hub's side. */
public final class MqttLink implements DeviceLink, MqttLine.Listener {
  private final String topic;
  private final @Nullable Discovery discovery;
  private final Ears ears;
  private final MqttLine line;

  /**
   * @param topic the toy's own
   * @param discovery the announcement to Home Assistant; null: none
   */
  private MqttLink(Broker broker, String topic, @Nullable Discovery discovery, Ears ears) {
    this.topic = topic;
    this.discovery = discovery;
    this.ears = ears;
    this.line =
        new MqttLine(
            broker,
            List.of(topic + "/said", topic + "/stop", topic + "/hub/disarm"),
            topic + "/hub/status",
            this);
  }

  /** At this topic. */
  public static MqttLink at(Broker broker, String topic, Ears ears) {
    return new MqttLink(broker, topic, null, ears);
  }

  /** Likewise; announced to Home Assistant under the device's name. */
  public static MqttLink announced(Broker broker, String topic, String device, Ears ears) {
    return new MqttLink(broker, topic, new Discovery(device, topic), ears);
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
    if (discovery != null) {
      line.keep(discovery.where(), discovery.text());
    }
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
  public void lost(Phrase why) {
    ears.lost(why);
  }

  @Override
  public void close() {
    line.close();
  }
}
