package io.github.danmuhub.platform.http;

import io.github.danmuhub.event.Raw;
import java.net.URI;

/** An HTTP request, or the opening request of a WebSocket. */
public record HttpCall(String method, URI uri, Headers headers, Raw body) {

  public static HttpCall get(URI uri, Headers headers) {
    return new HttpCall("GET", uri, headers, Raw.NOTHING);
  }

  /** The same request with other headers. */
  public HttpCall with(Headers others) {
    return new HttpCall(method, uri, others, body);
  }
}
