package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.dissect.Layer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame or polled answer, taken apart.
 *
 * @param number from 1, in the order of the input
 * @param platform whose frame it is; null where nobody recognizes it
 * @param certainty how sure that is, 0 to 100
 * @param events what it becomes; empty for a frame that was sent
 * @param notes what else a client does on it, in words
 */
record InspectedFrame(
    int number,
    Traffic frame,
    @Nullable String platform,
    int certainty,
    List<Layer> layers,
    List<LiveEvent> events,
    List<String> notes) {

  InspectedFrame {
    layers = List.copyOf(layers);
    events = List.copyOf(events);
    notes = List.copyOf(notes);
  }

  InspectedFrame withLayers(List<Layer> named) {
    return new InspectedFrame(number, frame, platform, certainty, named, events, notes);
  }
}
