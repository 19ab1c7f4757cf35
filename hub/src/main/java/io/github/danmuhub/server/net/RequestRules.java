package io.github.danmuhub.server.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.server.problem.Problem;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every request must keep before anything else looks at it, whatever it asks for. */
final class RequestRules {
  private static final Problem BAD_ADDRESS =
      new Problem(
          400,
          "bad-address",
          "the address has a % without two hex digits, or escapes bytes that are no text in UTF-8");

  /** Two of them mean different things to whoever takes the first and whoever takes the last. */
  private static final List<String> SINGLE =
      List.of(
          "host",
          "origin",
          "authorization",
          "sec-fetch-site",
          "sec-fetch-mode",
          "sec-websocket-key",
          "sec-websocket-version",
          "last-event-id");

  private RequestRules() {}

  /** What is wrong with it; null for nothing. */
  static @Nullable Problem broken(HttpServerRequest request) {
    if (!isReadable(request.uri())) {
      return BAD_ADDRESS;
    }
    for (String name : SINGLE) {
      if (request.headers().getAll(name).size() > 1) {
        return new Problem(400, "header-twice", "the header " + name + " stands there twice");
      }
    }
    return null;
  }

  /** Whether all of its escapes are whole, and text without NUL. */
  static boolean isReadable(String address) {
    byte[] raw = address.getBytes(ISO_8859_1);
    ByteArrayOutputStream escaped = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        int value = i + 2 < raw.length ? hex(raw[i + 1]) << 4 | hex(raw[i + 2]) : 0;
        if (value <= 0) {
          return false;
        }
        escaped.write(value);
        i += 2;
      } else {
        escaped.write(' '); // no escape goes on behind it
      }
    }
    return isText(escaped.toByteArray());
  }

  /** -1 for what is no hex digit, which stays below zero in whatever place. */
  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }

  private static boolean isText(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).hasArray();
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
