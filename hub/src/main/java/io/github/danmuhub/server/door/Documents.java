package io.github.danmuhub.server.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that the jar brings, read once. */
public final class Documents {
  private static final String CSP =
      "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final String TALKING = "; connect-src 'self' ";

  private Documents() {}

  /**
   * A door to one file.
   *
   * @param near the class in whose package it is
   * @throws UncheckedIOException where the jar is broken
   */
  public static Handler<RoutingContext> file(Class<?> near, String name, String contentType) {
    return file(near, name, contentType, CSP);
  }

  /**
   * The same of a page that may also speak with others.
   *
   * @param others as a Content-Security-Policy names them
   */
  public static Handler<RoutingContext> talking(
      Class<?> near, String name, String contentType, String others) {
    return file(near, name, contentType, CSP + TALKING + others);
  }

  private static Handler<RoutingContext> file(
      Class<?> near, String name, String contentType, String policy) {
    Buffer bytes = Buffer.buffer(read(near, name));
    return context ->
        context
            .response()
            .putHeader("content-type", contentType)
            .putHeader("content-security-policy", policy)
            .putHeader("cache-control", "no-cache")
            .end(bytes);
  }

  private static byte[] read(Class<?> near, String name) {
    try (InputStream in = near.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
