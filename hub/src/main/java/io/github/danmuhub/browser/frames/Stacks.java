package io.github.danmuhub.browser.frames;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.capture.Place;
import java.util.ArrayList;
import java.util.List;

/** A stack as the DevTools Protocol tells it: lines and columns count from 0 there. */
final class Stacks {
  private static final int PLACES = 64;

  private Stacks() {}

  /** The innermost first; what set a task going stands below the task. */
  static List<Place> of(JsonNode stack) {
    List<Place> places = new ArrayList<>();
    for (JsonNode each = stack; each.isObject(); each = each.path("parent")) {
      for (JsonNode frame : each.path("callFrames")) {
        if (places.size() < PLACES) {
          places.add(place(frame));
        }
      }
    }
    return places;
  }

  private static Place place(JsonNode frame) {
    return new Place(
        frame.path("url").asText(),
        frame.path("lineNumber").asInt() + 1,
        frame.path("columnNumber").asInt() + 1,
        frame.path("functionName").asText());
  }
}
