package io.github.danmuhub.rpc.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What became of a call; each has exactly one. */
public sealed interface Answer {
  /** What the function returned; null of JSON for nothing. */
  record Value(JsonNode json) implements Answer {}

  /** Bytes that it returned. */
  record Bytes(Buffer bytes) implements Answer {}

  /**
   * It threw, in the page's words.
   *
   * @param whole all that the page said of it, where it said more
   */
  record Failed(String name, String message, @Nullable JsonNode whole) implements Answer {}

  /** The page did not answer within so many milliseconds. */
  record TimedOut(long ms) implements Answer {}

  /** The page has gone, or its place was taken; {@code why} is for a person. */
  record Gone(String why) implements Answer {}

  /** Who had called wants it no more. */
  record Cancelled() implements Answer {}
}
