package io.github.danmuhub.device.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

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
    Mqtt3ClientBuilder builder =
        Mqtt3Client.builder()
            .identifier(broker.client())
            .executorConfig(threads)
            .addDisconnectedListener(lost -> listener.ended(lost.getCause()))
            .transportConfig()
            .serverHost(broker.host())
            .serverPort(broker.port())
            .socketConnectTimeout(CONNECT_MS, TimeUnit.MILLISECONDS)
            .mqttConnectTimeout(CONNECT_MS, TimeUnit.MILLISECONDS)
            .applyTransportConfig();
    client = (broker.tls() ? builder.sslWithDefaultConfig() : builder).buildAsync();
  }

  @Override
  public CompletableFuture<?> open(Iterable<String> topics) {
    return client.connect(connect()).thenCompose(connected -> hear(topics));
  }

  private Mqtt3Connect connect() {
    Mqtt3ConnectBuilder connect =
        Mqtt3Connect.builder().cleanSession(true).keepAlive(KEEP_ALIVE_S).willPublish(encode(will));
    String user = broker.user();
    if (user != null) {
      connect =
          connect
              .simpleAuth()
              .username(user)
              .password(broker.password().getBytes(UTF_8))
              .applySimpleAuth();
    }
    return connect.build();
  }

  private CompletableFuture<?> hear(Iterable<String> topics) {
    return CompletableFuture.allOf(
        StreamSupport.stream(topics.spliterator(), false)
            .map(this::hear)
            .toArray(CompletableFuture[]::new));
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
    if (!publish.isRetain()) {
      listener.message(
          publish.getTopic().toString(), new String(publish.getPayloadAsBytes(), UTF_8));
    }
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
