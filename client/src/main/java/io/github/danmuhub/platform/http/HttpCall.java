package io.github.danmuhub.platform.http;

import io.github.danmuhub.event.Raw;
import java.net.URI;

/**
 * An HTTP request, or the opening request of a WebSocket.
 *
 * @param direct whether it is for a program of the user's own: then it goes there, whatever proxy
 *     or simulator the room's way out leads through
 */
public record HttpCall(String method, URI uri, Headers headers, Raw body, boolean direct) {
  /** By the room's way out. */
  public HttpCall(String method, URI uri, Headers headers, Raw body) {
    this(method, uri, headers, body, false);
  }

  public static HttpCall get(URI uri, Headers headers) {
    return new HttpCall("GET", uri, headers, Raw.NOTHING);
  }

  /** The same request with other headers. */
  public HttpCall with(Headers others) {
    return new HttpCall(method, uri, others, body, direct);
  }

  /** The same, for a program of the user's own. */
  public HttpCall directly() {
    return new HttpCall(method, uri, headers, body, true);
  }
}
