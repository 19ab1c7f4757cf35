package io.github.danmuhub.config;

import io.github.danmuhub.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The doors of another hub for JS-RPC, on 127.0.0.1.
 *
 * @param port null: that hub's own; 0 picks a free one
 * @param origins whose pages may register; {@code *}: all pages, which must be written out
 * @param token what a page must show as {@code token=} in its address; null: the hub's, where it
 *     has one
 */
public record CompatibleConfig(
    @Nullable Integer port, List<String> origins, @Nullable String token) {

  public CompatibleConfig {
    if (port != null) {
      port = Range.port("rpc.port", port);
    }
    origins = Callers.guests("rpc.origins", origins);
    if (origins.isEmpty()) {
      throw new BadValueException("rpc.origins", Phrase.of("config.rpc-origins"));
    }
    token = Token.of("rpc.token", token);
  }

  /** The port, or that hub's own. */
  public int portOr(int standard) {
    return port == null ? standard : port;
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "CompatibleConfig["
        + port
        + ", "
        + origins
        + (token == null ? "" : ", with a token")
        + "]";
  }
}
