package io.github.danmuhub.device.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.github.danmuhub.device.mqtt.Broker.Account;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** MQTT 3.1.1, which knows no expiry: the device's own clock has to do. */
final class Mqtt3Session implements Session {
  private final Broker broker;
  private final Message will;
  private final Listener listener;
  private final Mqtt3AsyncClient client;

  Mqtt3Session(Broker broker, Message will, MqttClientExecutorConfig threads, Listener listener) {
    this.broker = broker;
    this.will = will;
    this.listener = listener;
    this.client =
        Mqtt3Client.builder()
            .identifier(broker.client())
            .executorConfig(threads)
            .transportConfig(broker.way())
            .addDisconnectedListener(lost -> listener.ended(lost.getCause()))
            .buildAsync();
  }

  @Override
  public CompletableFuture<?> open(Iterable<String> topics) {
    return client.connect(connect()).thenCompose(connected -> Session.all(topics, this::hear));
  }

  private Mqtt3Connect connect() {
    return Mqtt3Connect.builder()
        .cleanSession(true)
        .keepAlive(KEEP_ALIVE_S)
        .willPublish(encode(will))
        .simpleAuth(account(broker.account()))
        .build();
  }

  private static @Nullable Mqtt3SimpleAuth account(@Nullable Account who) {
    return who == null
        ? null
        : Mqtt3SimpleAuth.builder().username(who.user()).password(who.bytes()).build();
  }

  private CompletableFuture<?> hear(String topic) {
    return client
        .subscribeWith()
        .topicFilter(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(this::came)
        .send();
  }

  private void came(Mqtt3Publish publish) {
    listener.came(publish.isRetain(), publish.getTopic(), publish.getPayloadAsBytes());
  }

  @Override
  public CompletableFuture<?> publish(Message message) {
    return client.publish(encode(message));
  }

  private static Mqtt3Publish encode(Message message) {
    return Mqtt3Publish.builder()
        .topic(message.topic())
        .payload(message.text().getBytes(UTF_8))
        .qos(message.qos() == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
        .retain(message.retained())
        .build();
  }

  @Override
  public void close() {
    var unused = client.disconnect(); // where it was never connected there is nothing to end
  }
}
