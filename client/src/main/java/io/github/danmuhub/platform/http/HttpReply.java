package io.github.danmuhub.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;

/**
 * An HTTP answer.
 *
 * @param status 0 where no answer came
 */
public record HttpReply(int status, Headers headers, Raw body) {

  public static HttpReply of(int status, String contentType, String body) {
    return new HttpReply(
        status, Headers.of("Content-Type", contentType), Raw.bytes(body.getBytes(UTF_8)));
  }

  /** No answer came. */
  public static HttpReply none() {
    return new HttpReply(0, Headers.NONE, Raw.NOTHING);
  }

  /** No answer came, and why, in words: {@link #text}. */
  public static HttpReply none(String why) {
    return new HttpReply(0, Headers.NONE, Raw.bytes(why.getBytes(UTF_8)));
  }

  /**
   * How long the server asks us to wait, by {@code Retry-After} in seconds; 0 where it does not.
   */
  public long retryAfterMs() {
    String seconds = headers.first("Retry-After").orElse("").strip();
    return seconds.matches("\\d{1,6}") ? Long.parseLong(seconds) * 1_000 : 0;
  }

  public String text() {
    return body.text();
  }
}
