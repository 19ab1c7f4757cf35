package io.github.danmuhub.server.door;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges tokens that are shown behind the gate, in a message say; wrong ones count as they do at
 * the gate. On the loop only.
 */
public interface TokenJudge {
  /** Where the gate leaves it for doors that it opens without a token. */
  String KEY = "danmu-token-judge";

  /**
   * Judges one; good as long as the connection, a WebSocket's too.
   *
   * @param shown null: none
   * @param own a token of the door's own, beside the hub's; null: it has none
   * @return null where it is right, or none is needed; else why not, in words for a person
   */
  @Nullable String refusal(@Nullable String shown, @Nullable String own);

  /** The one for who asks here. */
  static TokenJudge of(RoutingContext context) {
    return Objects.requireNonNull(context.get(KEY), "only a door without a token has one");
  }
}
