package io.github.danmuhub.browser.frames;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.capture.Handshake;
import io.github.danmuhub.platform.http.Headers.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A handshake as the DevTools Protocol tells it, in two events. */
final class Handshakes {
  private Handshakes() {}

  /**
   * Headers as one object; several of one name are lines of one value.
   *
   * @param headers missing where none are told
   */
  static List<Header> headers(JsonNode headers) {
    List<Header> list = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : headers.properties()) {
      each.getValue().asText().lines().forEach(line -> list.add(new Header(each.getKey(), line)));
    }
    return list;
  }

  /**
   * The whole of it.
   *
   * @param asked the headers as they were before they left
   * @param response of {@code Network.webSocketHandshakeResponseReceived}
   */
  static Handshake of(List<Header> asked, JsonNode response) {
    List<Header> sent = headers(response.path("requestHeaders"));
    return new Handshake(
        sent.isEmpty() ? asked : sent,
        response.path("status").asInt(),
        response.path("statusText").asText(),
        headers(response.path("headers")));
  }
}
