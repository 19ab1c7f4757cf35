package io.github.danmuhub.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line of {@code websocket-cases.txt}: what is sent, and what is heard then. */
record WireCase(String name, List<Frame> sent, List<Frame> heard) {
  static final int CLOSE = 0x88;
  private static final Pattern FRAME =
      Pattern.compile("([0-9a-f]{2})(?:\\*(\\d+))?(?:x(\\d+))?:([0-9a-f]*)");

  /**
   * @param head FIN, reserved bits, opcode
   * @param length what the frame says
   * @param payload in hex
   */
  record Frame(int head, int length, String payload) {
    private static Frame parse(String text) {
      Matcher parts = FRAME.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException(text);
      }
      int times = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
      String payload = parts.group(4).repeat(times);
      String said = parts.group(2);
      int length = said == null ? payload.length() / 2 : Integer.parseInt(said);
      return new Frame(Integer.parseInt(parts.group(1), 16), length, payload);
    }

    /** As a client sends it, under a mask; or as a server does. */
    byte[] encode(boolean masked) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      int maskBit = masked ? 0x80 : 0;
      out.write(head);
      if (length < 126) {
        out.write(maskBit | length);
      } else {
        out.write(maskBit | 126);
        out.write(length >> 8);
        out.write(length);
      }
      byte[] mask = masked ? new byte[] {0x12, 0x34, 0x56, 0x78} : new byte[4];
      out.write(mask, 0, masked ? mask.length : 0);
      byte[] bytes = HexFormat.of().parseHex(payload);
      for (int i = 0; i < bytes.length; i++) {
        out.write(bytes[i] ^ mask[i & 3]);
      }
      return out.toByteArray();
    }

    /** The next one, of up to 64 KiB. */
    private static Frame read(DataInputStream in) throws IOException {
      int head = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      int length = (second & 0x7f) == 126 ? in.readUnsignedShort() : second & 0x7f;
      byte[] mask = in.readNBytes((second & 0x80) == 0 ? 0 : 4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; mask.length > 0 && i < length; i++) {
        payload[i] ^= mask[i & 3];
      }
      return new Frame(head, length, HexFormat.of().formatHex(payload));
    }

    boolean isControl() {
      return (head & 8) != 0;
    }

    /** In the file's words; of a close only the code, since its reason is for people. */
    @Override
    public String toString() {
      int shown = head == CLOSE ? Math.min(4, payload.length()) : payload.length();
      return HexFormat.of().toHexDigits((byte) head) + ":" + payload.substring(0, shown);
    }
  }

  static Stream<WireCase> all() {
    try (InputStream file = WireCase.class.getResourceAsStream("/websocket-cases.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .map(WireCase::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WireCase of(String line) {
    String[] columns = line.split("\\|", -1);
    return new WireCase(columns[0].strip(), frames(columns[1]), frames(columns[2]));
  }

  private static List<Frame> frames(String column) {
    return Stream.of(column.strip().split(" +")).map(Frame::parse).toList();
  }

  byte[] bytes(boolean masked) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sent.forEach(frame -> out.writeBytes(frame.encode(masked)));
    return out.toByteArray();
  }

  /** Pongs and the close. */
  List<String> control() {
    return heard.stream().filter(Frame::isControl).map(Frame::toString).toList();
  }

  /** Text and binary, whole. */
  List<String> messages() {
    return heard.stream().filter(frame -> !frame.isControl()).map(Frame::toString).toList();
  }

  List<String> everything() {
    return heard.stream().map(Frame::toString).toList();
  }

  /** All frames until the close, in the file's words. */
  static List<String> read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    List<String> frames = new ArrayList<>();
    try {
      for (Frame next = Frame.read(in); ; next = Frame.read(in)) {
        frames.add(next.toString());
        if (next.head() == CLOSE) {
          return frames;
        }
      }
    } catch (EOFException | SocketException ended) {
      return frames;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
