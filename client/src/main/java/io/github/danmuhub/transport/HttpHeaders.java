package io.github.danmuhub.transport;

import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.Headers.Header;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;

/** Vert.x's headers as ours. */
final class HttpHeaders {
  private HttpHeaders() {}

  /** All of them, in their order. */
  static Headers read(MultiMap map) {
    List<Header> headers = new ArrayList<>(map.size());
    map.forEach((name, value) -> headers.add(new Header(name, value)));
    return Headers.of(headers);
  }
}
