package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames taken apart: which platform's they are, their layers, the events they become. Immutable.
 *
 * <p>Events come from the platform's own session, one for each connection, which sees the received
 * frames in their order.
 */
public final class Inspection {
  private final String input;
  private final List<InspectedFrame> frames;
  private final List<String> problems;

  private Inspection(String input, List<InspectedFrame> frames, List<String> problems) {
    this.input = input;
    this.frames = List.copyOf(frames);
    this.problems = List.copyOf(problems);
  }

  /**
   * Takes an input apart, whatever its form.
   *
   * @param platforms all there are
   * @param platform the id of the only one that counts; null to guess
   * @param input a capture, hex, base64 or the bytes themselves
   * @param now epoch milliseconds, for frames without a time
   * @throws MalformedException in words, if nothing in the input can be read
   * @throws IllegalArgumentException in words, if there is no such platform
   */
  public static Inspection of(
      List<Platform> platforms, @Nullable String platform, byte[] input, long now)
      throws MalformedException {
    List<Platform> candidates =
        platforms.stream().filter(p -> platform == null || p.id().equals(platform)).toList();
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException(
          "no such platform: '%s'; there are %s"
              .formatted(platform, platforms.stream().map(Platform::id).toList()));
    }
    InspectInput bare = BareMessages.of(candidates, input);
    InspectInput read = bare == null ? InspectInput.of(input) : bare;
    Capture capture = read.capture();
    Dissection dissection = new Dissection(candidates, platform != null, now);
    return new Inspection(read.what(), dissection.inspect(capture), capture.problems());
  }

  /** The form of the input, in words: {@code hex}, {@code base64}, {@code text}, … */
  public String input() {
    return input;
  }

  /** Whether every frame was recognized and nothing was wrong. */
  public boolean isComplete() {
    return problems.isEmpty() && frames.stream().allMatch(frame -> frame.platform() != null);
  }

  /** For people, line by line; what the wire holds is not made fit for a terminal. */
  public void print(Consumer<String> out) {
    new InspectionPrinter(out).print(input, frames, problems);
  }

  /** One JSON object: {@code input}, {@code frames}, {@code problems}. */
  public void writeJson(OutputStream out) throws IOException {
    InspectionJson.write(input, frames, problems, out);
  }
}
