package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureFile;
import io.github.danmuhub.capture.CaptureSource;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.inspect.proto.NamedLayers;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.text.Words;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames taken apart: which platform's they are, their layers, the events they become. The input is
 * gone through twice, and not held in memory: first to know whose the frames are, then to show
 * them.
 *
 * <p>Events come from the platform's own session, one for each connection, which sees the received
 * frames in their order.
 */
public final class Inspection {
  private final InspectInput input;
  private final Survey survey;
  private final InspectOptions options;
  private final FrameFilter filter;
  private final long now;

  private Inspection(InspectInput input, Survey survey, InspectOptions options, long now) {
    this.input = input;
    this.survey = survey;
    this.options = options;
    this.filter = FrameFilter.of(options.filter());
    this.now = now;
  }

  /**
   * Takes an input apart, whatever its form.
   *
   * @param platforms all there are
   * @param input a capture, hex in any dress, base64 or the bytes themselves
   * @param now epoch milliseconds, for frames without a time
   * @throws MalformedException in words, if nothing in the input can be read
   * @throws IllegalArgumentException in words, if there is no such platform, form or filter
   */
  public static Inspection of(
      List<Platform> platforms, InspectOptions options, byte[] input, long now)
      throws MalformedException {
    List<Platform> candidates = candidates(platforms, options.platform());
    try {
      return of(candidates, options, InspectInput.of(candidates, input, options.as()), now);
    } catch (IOException e) {
      throw new MalformedException(String.valueOf(e.getMessage()));
    }
  }

  /** The same of a capture in a file, of any size. */
  public static Inspection of(
      List<Platform> platforms, InspectOptions options, CaptureFile file, long now)
      throws IOException, MalformedException {
    List<Platform> candidates = candidates(platforms, options.platform());
    return of(candidates, options, new InspectInput(file.what(), file, ""), now);
  }

  private static Inspection of(
      List<Platform> candidates, InspectOptions options, InspectInput input, long now)
      throws IOException, MalformedException {
    boolean named = options.platform() != null;
    return new Inspection(input, Survey.of(input.source(), candidates, named), options, now);
  }

  private static List<Platform> candidates(List<Platform> platforms, @Nullable String platform) {
    List<Platform> candidates =
        platforms.stream().filter(p -> platform == null || p.id().equals(platform)).toList();
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException(
          "no such platform: '%s'; there are %s"
              .formatted(platform, platforms.stream().map(Platform::id).toList()));
    }
    return candidates;
  }

  /** What is heard of a live room, as an input. */
  static Inspection of(List<Platform> platforms, CaptureSource heard, long now)
      throws IOException, MalformedException {
    return of(platforms, InspectOptions.DEFAULT, new InspectInput("heard", heard, ""), now);
  }

  /** The form of the input, in words: {@code hex}, {@code base64}, {@code text}, … */
  public String input() {
    return input.what();
  }

  /** What else the input may be, in words; empty where there is no doubt. */
  public String doubt() {
    return input.doubt();
  }

  /** Whether every frame was recognized and nothing was wrong. */
  public boolean isComplete() {
    return survey.isComplete();
  }

  /** For people, line by line; what the wire holds is not made fit for a terminal. */
  public void print(Words words, Consumer<String> out) {
    InspectionPrinter printer = new InspectionPrinter(out, words, filter, options);
    printer.begin(input.what(), survey.frames());
    try {
      tell(printer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One JSON object: {@code input}, {@code frames}, {@code problems}, {@code statistics}. */
  public void writeJson(OutputStream out) throws IOException {
    try (InspectionJson json = InspectionJson.begin(input.what(), filter, out)) {
      tell(json);
    }
  }

  /** The events that the frames become, in order. */
  public void events(Consumer<LiveEvent> out) throws IOException {
    tell(frame -> frame.events().forEach(out));
  }

  /** Goes through the input once more. */
  void tell(Findings findings) throws IOException {
    Statistics statistics = new Statistics();
    try {
      input
          .source()
          .read(new Dissection(survey, now, new Counted(options.schema(), statistics, findings)));
    } catch (MalformedException e) {
      throw new IOException("the input has changed while it was read: " + e.why(), e);
    }
    findings.end(statistics, survey.problems());
  }

  /** Counts frames, and names their fields, before they are told. */
  private record Counted(@Nullable NamedLayers schema, Statistics statistics, Findings told)
      implements Findings {
    @Override
    public void opened(CaptureEntry.Open open) {
      told.opened(open);
    }

    @Override
    public void frame(InspectedFrame frame) {
      statistics.add(frame);
      told.frame(schema == null ? frame : frame.withLayers(schema.named(frame.layers())));
    }

    @Override
    public void closed(CaptureEntry.Close close) {
      told.closed(close);
    }
  }
}
