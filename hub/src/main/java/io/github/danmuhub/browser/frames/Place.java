package io.github.danmuhub.browser.frames;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A place in a page's scripts, as DevTools writes it: lines and columns count from 1.
 *
 * @param function empty outside of all functions
 */
public record Place(String url, int line, int column, String function) {

  /** Of the innermost frame of a stack, or of the one that set its task going. */
  static Optional<Place> of(JsonNode stack) {
    JsonNode frame = stack.path("callFrames").path(0);
    if (frame.isObject()) {
      return Optional.of(
          new Place(
              frame.path("url").asText(),
              frame.path("lineNumber").asInt() + 1,
              frame.path("columnNumber").asInt() + 1,
              frame.path("functionName").asText()));
    }
    return stack.has("parent") ? of(stack.path("parent")) : Optional.empty();
  }

  /** {@code https://site/app.js:12:9 connect}. */
  @Override
  public String toString() {
    return url + ":" + line + ":" + column + (function.isEmpty() ? "" : " " + function);
  }
}
