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
 *     http://localhost:3000}; in lower case
 * @param allowedHosts further names by which clients may call this hub; in lower case
 * @param archive the folder behind the window in memory; null: memory only, or the recording
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

  /** What holds where the file says nothing. */
  @SuppressWarnings("NullAway") // an absent key is null, and the constructor knows its default
  public static final ServerConfig DEFAULT =
      new ServerConfig(null, null, null, null, null, null, null);

  public ServerConfig {
    host = requireNonNullElse(host, "127.0.0.1");
    port = Range.port("server.port", requireNonNullElse(port, 7077));
    token = Token.of("server.token", token);
    allowedOrigins = Callers.origins("server.allowed_origins", allowedOrigins);
    allowedHosts = Callers.hosts("server.allowed_hosts", allowedHosts);
    archive = named(archive);
    limits = requireNonNullElse(limits, LimitsConfig.DEFAULT);
  }

  /** YAML gives an empty text for a key without a value. */
  private static @Nullable String named(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  /** The same on another port. */
  public ServerConfig withPort(int newPort) {
    return new ServerConfig(host, newPort, token, allowedOrigins, allowedHosts, archive, limits);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "ServerConfig[" + host + ":" + port + (token == null ? "" : ", with a token") + "]";
  }
}
