package io.github.danmuhub.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Commands to one target, or to the browser itself. Any thread.
 *
 * @param id empty for the browser
 */
record CdpSession(CdpLink link, String id) {

  /**
   * A command.
   *
   * @return its result, on the link's loop; fails with a {@link CdpException}, at once where the
   *     target or the browser goes
   */
  CompletionStage<JsonNode> call(String method, Map<String, ?> parameters) {
    return link.call(id, method, parameters);
  }

  CompletionStage<JsonNode> call(String method) {
    return call(method, Map.of());
  }
}
