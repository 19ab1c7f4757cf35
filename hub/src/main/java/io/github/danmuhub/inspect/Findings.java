package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry;
import java.io.IOException;
import java.util.List;

/** Who is told what was found, in the order of the source. One thread. */
interface Findings {
  default void opened(CaptureEntry.Open open) {}

  void frame(InspectedFrame frame);

  default void closed(CaptureEntry.Close close) {}

  /** Nothing comes any more. */
  default void end(Statistics statistics, List<String> problems) throws IOException {}
}
