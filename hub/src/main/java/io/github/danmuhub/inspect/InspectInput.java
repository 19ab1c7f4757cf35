package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.wire.MalformedException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person has of a frame, known by its content: a capture (JSONL, HAR, {@code .bin}), hex as
 * developer tools copy it, base64, or the bytes themselves.
 *
 * @param what the form, in words
 */
record InspectInput(String what, Capture capture) {
  private static final Pattern HEX_DECORATION = Pattern.compile("0[xX]|\\\\x|[\\s,;:{}\\[\\]]");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");
  private static final int LONGEST_TEXT = 32 << 20;

  static InspectInput of(byte[] bytes) throws MalformedException {
    if (CaptureReader.looksLikeJson(bytes)) {
      return json(bytes);
    }
    if (bytes.length <= LONGEST_TEXT && isText(bytes)) {
      return text(new String(bytes, UTF_8).strip());
    }
    return new InspectInput("bytes", CaptureReader.read(bytes));
  }

  /** A capture, or else what a person copied: a message that is JSON itself, a C array. */
  private static InspectInput json(byte[] bytes) throws MalformedException {
    try {
      return new InspectInput("capture", CaptureReader.read(bytes));
    } catch (MalformedException noCapture) {
      String text = new String(bytes, UTF_8);
      if (text.contains("\"ev\"") || text.contains("\"log\"")) {
        throw noCapture;
      }
      return text(text.strip());
    }
  }

  private static InspectInput text(String text) throws MalformedException {
    String hex = HEX_DECORATION.matcher(text).replaceAll("");
    if (HEX.matcher(hex).matches() && hex.length() % 2 == 0) {
      return new InspectInput("hex", CaptureReader.read(HexFormat.of().parseHex(hex)));
    }
    String base64 = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
    if (BASE64.matcher(base64).matches()) {
      return base64(base64);
    }
    return new InspectInput("text", frame(FrameKind.TEXT, text.getBytes(UTF_8)));
  }

  private static InspectInput base64(String text) throws MalformedException {
    try {
      return new InspectInput("base64", CaptureReader.read(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return new InspectInput("text", frame(FrameKind.TEXT, text.getBytes(UTF_8)));
    }
  }

  private static Capture frame(FrameKind kind, byte[] bytes) {
    return new Capture(List.of(new Message(1, 0, Direction.RECEIVED, kind, Raw.bytes(bytes))));
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
