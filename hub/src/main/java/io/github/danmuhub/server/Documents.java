package io.github.danmuhub.server;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that the jar brings, read once. */
final class Documents {
  private static final String CSP =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private Documents() {}

  /**
   * A door to one file of this package.
   *
   * @throws UncheckedIOException where the jar is broken
   */
  static Handler<RoutingContext> file(String name, String contentType) {
    Buffer bytes = Buffer.buffer(read(name));
    return context ->
        context
            .response()
            .putHeader("content-type", contentType)
            .putHeader("content-security-policy", CSP)
            .putHeader("cache-control", "no-cache")
            .end(bytes);
  }

  private static byte[] read(String name) {
    try (InputStream in = Documents.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
