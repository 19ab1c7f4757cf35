package io.github.danmuhub.config;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hub's doors.
 *
 * @param host the address to listen on; any but loopback needs a token
 * @param port 0 picks a free one
 * @param token what a client must know, at least {@value #TOKEN_LENGTH} characters; null: none
 * @param allowedOrigins pages of other origins that may come in, such as {@code
 *     http://localhost:3000}
 * @param allowedHosts further names by which clients may call this hub
 * @param archive the SQLite file behind the window in memory; null: memory only
 */
public record ServerConfig(
    String host,
    Integer port,
    @Nullable String token,
    List<String> allowedOrigins,
    List<String> allowedHosts,
    @Nullable String archive,
    LimitsConfig limits) {

  public static final int TOKEN_LENGTH = 16;
  public static final ServerConfig DEFAULT =
      new ServerConfig("127.0.0.1", 7077, null, List.of(), List.of(), null, LimitsConfig.DEFAULT);

  public ServerConfig {
    host = requireNonNullElse(host, "127.0.0.1");
    port = Range.port("server.port", requireNonNullElse(port, 7077));
    allowedOrigins = List.copyOf(requireNonNullElse(allowedOrigins, List.of()));
    allowedHosts = List.copyOf(requireNonNullElse(allowedHosts, List.of()));
    token = named(token);
    archive = named(archive);
    limits = requireNonNullElse(limits, LimitsConfig.DEFAULT);
    if (token != null && token.length() < TOKEN_LENGTH) {
      throw new BadValueException(
          "server.token", "is too short: use at least " + TOKEN_LENGTH + " characters");
    }
  }

  /** YAML gives an empty text for a key without a value. */
  private static @Nullable String named(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  public ServerConfig withPort(int newPort) {
    return new ServerConfig(host, newPort, token, allowedOrigins, allowedHosts, archive, limits);
  }

  public ServerConfig withHost(String newHost) {
    return new ServerConfig(newHost, port, token, allowedOrigins, allowedHosts, archive, limits);
  }

  public ServerConfig withToken(@Nullable String newToken) {
    return new ServerConfig(host, port, newToken, allowedOrigins, allowedHosts, archive, limits);
  }

  public ServerConfig withAllowedOrigins(List<String> origins) {
    return new ServerConfig(host, port, token, origins, allowedHosts, archive, limits);
  }

  public ServerConfig withArchive(@Nullable String file) {
    return new ServerConfig(host, port, token, allowedOrigins, allowedHosts, file, limits);
  }

  public ServerConfig withLimits(LimitsConfig newLimits) {
    return new ServerConfig(host, port, token, allowedOrigins, allowedHosts, archive, newLimits);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "ServerConfig[" + host + ":" + port + (token == null ? "" : ", with a token") + "]";
  }
}
