package io.github.danmuhub.device.mqtt;

import org.jspecify.annotations.Nullable;

/**
 * Where a broker is, and who comes.
 *
 * @param version 5 or 3
 * @param client an id that nobody else uses there
 * @param user null: nobody in particular
 * @param password never shown
 */
public record Broker(
    String host,
    int port,
    boolean tls,
    int version,
    String client,
    @Nullable String user,
    String password) {

  /** Without an account. */
  public static Broker open(String host, int port, int version, String client) {
    return new Broker(host, port, false, version, client, null, "");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
