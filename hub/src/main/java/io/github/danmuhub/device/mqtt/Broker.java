package io.github.danmuhub.device.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker is, and who comes.
 *
 * @param tls whom to believe; null: without TLS
 * @param version 5 or 3
 * @param client an id that nobody else uses there
 * @param account null: nobody in particular
 */
public record Broker(
    String host,
    int port,
    @Nullable MqttClientSslConfig tls,
    int version,
    String client,
    @Nullable Account account) {
  private static final int CONNECT_MS = 5_000;

  /** Who comes; the password is never shown. */
  public record Account(String user, String password) {
    byte[] bytes() {
      return password.getBytes(UTF_8);
    }

    @Override
    public String toString() {
      return user;
    }
  }

  /** Without an account. */
  public static Broker open(String host, int port, int version, String client) {
    return new Broker(host, port, null, version, client, null);
  }

  /** The way to it, whatever is spoken there. */
  MqttClientTransportConfig way() {
    MqttClientTransportConfigBuilder way =
        MqttClientTransportConfig.builder()
            .serverHost(host)
            .serverPort(port)
            .socketConnectTimeout(CONNECT_MS, TimeUnit.MILLISECONDS)
            .mqttConnectTimeout(CONNECT_MS, TimeUnit.MILLISECONDS);
    return (tls == null ? way : way.sslConfig(tls)).build();
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
