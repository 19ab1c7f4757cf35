package io.github.danmuhub.device.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.github.danmuhub.device.mqtt.Broker.Account;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

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
    this.client =
        Mqtt5Client.builder()
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

  private Mqtt5Connect connect() {
    return Mqtt5Connect.builder()
        .cleanStart(true)
        .keepAlive(KEEP_ALIVE_S)
        .willPublish(encode(will).asWill())
        .simpleAuth(account(broker.account()))
        .build();
  }

  private static @Nullable Mqtt5SimpleAuth account(@Nullable Account who) {
    return who == null
        ? null
        : Mqtt5SimpleAuth.builder().username(who.user()).password(who.bytes()).build();
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
    listener.came(publish.isRetain(), publish.getTopic(), publish.getPayloadAsBytes());
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
