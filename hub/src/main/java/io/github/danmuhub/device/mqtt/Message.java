package io.github.danmuhub.device.mqtt;

/**
 * What is published.
 *
 * @param expires seconds after which a broker drops it, where it speaks MQTT 5; 0: never
 */
record Message(String topic, String text, int qos, boolean retained, int expires) {
  private static final int ORDER_S = 2;

  /** An order, good for a moment. */
  static Message order(String topic, String text) {
    return new Message(topic, text, 1, false, ORDER_S);
  }

  /** What has to arrive, however late. */
  static Message lasting(String topic, String text) {
    return new Message(topic, text, 1, false, 0);
  }

  /** What is told again and again. */
  static Message passing(String topic, String text) {
    return new Message(topic, text, 0, false, 0);
  }

  /** What is so until it is told otherwise. */
  static Message kept(String topic, String text) {
    return new Message(topic, text, 1, true, 0);
  }
}
