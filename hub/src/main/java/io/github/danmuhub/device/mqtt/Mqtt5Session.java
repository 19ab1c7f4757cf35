package io.github.danmuhub.device.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** MQTT 5. */
final class Mqtt5Session implements Session {
  private final Broker broker;
  private final Message will;
  private final Listener listener;
  private final Mqtt5AsyncClient client;

  Mqtt5Session(Broker broker, Message will, MqttClientExecutorConfig threads, Listener listener) {
    this.broker = broker;
    this.will = will;
    this.listener = listener;
    Mqtt5ClientBuilder builder =
        Mqtt5Client.builder()
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

  private Mqtt5Connect connect() {
    Mqtt5ConnectBuilder connect =
        Mqtt5Connect.builder()
            .cleanStart(true)
            .keepAlive(KEEP_ALIVE_S)
            .willPublish(encode(will).asWill());
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

  private void came(Mqtt5Publish publish) {
    if (!publish.isRetain()) {
      listener.message(
          publish.getTopic().toString(), new String(publish.getPayloadAsBytes(), UTF_8));
    }
  }

  @Override
  public CompletableFuture<?> publish(Message message) {
    return client.publish(encode(message)).thenCompose(Mqtt5Session::result);
  }

  private static CompletableFuture<?> result(Mqtt5PublishResult result) {
    return result
        .getError()
        .<CompletableFuture<?>>map(CompletableFuture::failedFuture)
        .orElseGet(() -> CompletableFuture.completedFuture(result));
  }

  private static Mqtt5Publish encode(Message message) {
    var publish =
        Mqtt5Publish.builder()
            .topic(message.topic())
            .payload(message.text().getBytes(UTF_8))
            .qos(message.qos() == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
            .retain(message.retained());
    return message.expires() == 0
        ? publish.build()
        : publish.messageExpiryInterval(message.expires()).build();
  }

  @Override
  public void close() {
    var unused = client.disconnect(); // where it was never connected there is nothing to end
  }
}
