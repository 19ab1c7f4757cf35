package io.github.danmuhub.device.mqtt;

import io.github.danmuhub.device.link.DeviceLink;
import io.github.danmuhub.text.Phrase;
import java.util.List;

/** A device that takes texts on one topic, and says nothing. */
public final class MqttTextLink implements DeviceLink, MqttLine.Listener {
  private final String topic;
  private final Ears ears;
  private final MqttLine line;

  /**
   * @param topic where the texts go
   */
  public MqttTextLink(Broker broker, String topic, Ears ears) {
    this.topic = topic;
    this.ears = ears;
    this.line = new MqttLine(broker, List.of(topic + "/stop"), topic + "/hub/status", this);
  }

  @Override
  public void advance(long ticks) {
    line.advance(ticks);
  }

  @Override
  public boolean say(String text) {
    return line.order(topic, text);
  }

  @Override
  public void sayFirst(String text) {
    line.last(topic, text);
  }

  @Override
  public void connected() {
    ears.connected();
  }

  @Override
  public void message(String where, String text) {
    if (where.equals(topic + "/stop")) {
      ears.stop(text);
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
