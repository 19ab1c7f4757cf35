package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureFile;
import io.github.danmuhub.capture.CaptureSource;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.inspect.dress.Dresses;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Platform;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person has of a frame, known by its content: a capture of any format, bytes in any dress
 * that tools copy them in, a platform's bare messages, or the bytes themselves.
 *
 * @param what the form, in words
 * @param doubt what else it may be, in words; empty where there is no doubt
 */
record InspectInput(String what, CaptureSource source, String doubt) {
  private static final int LONGEST_TEXT = 32 << 20;

  private InspectInput(CaptureFile file) {
    this(file.what(), file, "");
  }

  /**
   * Reads bytes.
   *
   * @param as the form that the user says it has; null to find out
   */
  static InspectInput of(List<Platform> candidates, byte[] bytes, @Nullable String as)
      throws MalformedException {
    if (as != null) {
      return as(bytes, as);
    }
    InspectInput bare = BareMessages.of(candidates, bytes);
    if (bare != null) {
      return bare;
    }
    CaptureFile file = CaptureFile.of(bytes);
    if (file.what().equals("capture")) {
      return json(bytes, file);
    }
    return file.isBare() && bytes.length <= LONGEST_TEXT && isText(bytes)
        ? text(candidates, new String(bytes, UTF_8).strip())
        : new InspectInput(file);
  }

  private static InspectInput as(byte[] bytes, String as) throws MalformedException {
    String text = new String(bytes, UTF_8).strip();
    if (as.equals("text")) {
      return words(text);
    }
    if (as.equals("bytes")) {
      return new InspectInput("bytes", frame(FrameKind.BINARY, bytes), "");
    }
    if (!Dresses.names().contains(as)) {
      TreeSet<String> names = new TreeSet<>(Dresses.names());
      names.addAll(List.of("text", "bytes"));
      throw new IllegalArgumentException(
          names.stream()
              .map(name -> name.indexOf(' ') < 0 ? name : "'" + name + "'")
              .collect(Collectors.joining(", ", "--as " + as + ": there are ", "")));
    }
    Optional<Dresses.Reading> reading = Dresses.read(text, as);
    if (reading.isPresent()) {
      return new InspectInput(as, CaptureFile.of(reading.get().bytes().toBytes()), "");
    }
    throw new MalformedException("this cannot be read as " + as);
  }

  /** A text that is a frame itself. */
  private static InspectInput words(String text) throws MalformedException {
    if (text.isEmpty()) {
      throw new MalformedException("the capture is empty: it holds blanks only");
    }
    return new InspectInput("text", frame(FrameKind.TEXT, text.getBytes(UTF_8)), "");
  }

  /** A capture, or else a message that is JSON itself. */
  private static InspectInput json(byte[] bytes, CaptureFile file) throws MalformedException {
    String text = new String(bytes, UTF_8);
    if (text.contains("\"ev\"")) {
      return new InspectInput(file);
    }
    List<Dresses.Reading> readings = Dresses.of(text.strip());
    return readings.isEmpty()
        ? words(text.strip())
        : new InspectInput(
            readings.get(0).how(), CaptureFile.of(readings.get(0).bytes().toBytes()), "");
  }

  /** Of several readings, the first one that a platform knows. */
  private static InspectInput text(List<Platform> candidates, String text)
      throws MalformedException {
    List<Dresses.Reading> readings = Dresses.of(text);
    for (Dresses.Reading reading : readings) {
      CaptureFile file = CaptureFile.of(reading.bytes().toBytes());
      if (!file.isBare() || isKnown(candidates, reading.bytes())) {
        return new InspectInput(reading.how(), file, "");
      }
    }
    if (readings.isEmpty()) {
      return words(text);
    }
    return new InspectInput(
        readings.get(0).how(), CaptureFile.of(readings.get(0).bytes().toBytes()), doubt(readings));
  }

  private static boolean isKnown(List<Platform> candidates, Raw bytes) {
    ByteBuffer frame = ByteBuffer.wrap(bytes.toBytes());
    return candidates.stream()
        .anyMatch(one -> Dissector.of(one).recognizes(FrameKind.BINARY, frame) > 0);
  }

  private static String doubt(List<Dresses.Reading> readings) {
    List<String> others =
        readings.stream().skip(1).map(one -> "--as \"" + one.how() + "\"").toList();
    return others.isEmpty()
        ? ""
        : "taken for %s; it may be something else: %s"
            .formatted(readings.get(0).how(), String.join(", ", others));
  }

  static Capture frame(FrameKind kind, byte[] bytes) {
    return new Capture(List.of(new Message(1, 0, Direction.RECEIVED, kind, Raw.bytes(bytes))));
  }

  /** The whole of it in memory, for tests. */
  Capture capture() throws MalformedException {
    Kept kept = new Kept();
    try {
      source.read(kept);
    } catch (IOException e) {
      throw new MalformedException(String.valueOf(e.getMessage()));
    }
    return kept.toCapture();
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && !Character.isWhitespace(b)) {
        return false;
      }
    }
    return bytes.length > 0;
  }
}
