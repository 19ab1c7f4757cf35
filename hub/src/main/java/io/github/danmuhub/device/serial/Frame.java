package io.github.danmuhub.device.serial;

import io.github.danmuhub.wire.MalformedException;
import java.util.Arrays;
import java.util.HexFormat;

/** One frame of the original's. Immutable. */
final class Frame {
  static final byte SYNC = (byte) 0xA5;
  private static final int HEAD = 5;
  private static final int TAIL = 2;
  private static final int MOST = 255;
  private static final int BYTE = 8;

  private final int device;
  private final int command;
  private final byte[] data;

  /**
   * @param device 1 the ball, 5 the laser, 10 the wand
   * @param data copied
   */
  Frame(int device, int command, byte[] data) {
    this.device = device;
    this.command = command;
    this.data = data.clone();
  }

  int device() {
    return device;
  }

  int command() {
    return command;
  }

  /** A copy. */
  byte[] data() {
    return data.clone();
  }

  /**
   * As rules write it: {@code 01 01 00}, the device, the command and the data, in hex.
   *
   * @throws MalformedException in words, for people
   */
  static Frame of(String text) throws MalformedException {
    try {
      byte[] bytes = HexFormat.of().parseHex(text.replace(" ", ""));
      if (bytes.length < 2 || bytes.length - 2 > MOST) {
        throw new MalformedException("a frame is DEVICE COMMAND DATA in hex, such as 01 01 00");
      }
      byte[] data = Arrays.copyOfRange(bytes, 2, bytes.length);
      return new Frame(bytes[0] & 0xFF, bytes[1] & 0xFF, data);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("a frame is DEVICE COMMAND DATA in hex, such as 01 01 00");
    }
  }

  /**
   * As it goes over the wire.
   *
   * @param checked whether its checks are true; else they are zeros
   */
  byte[] bytes(boolean checked) {
    byte[] frame = new byte[HEAD + 1 + data.length + TAIL];
    frame[0] = SYNC;
    frame[1] = SYNC;
    frame[2] = (byte) device;
    frame[3] = (byte) command;
    frame[4] = (byte) data.length;
    System.arraycopy(data, 0, frame, HEAD + 1, data.length);
    if (checked) {
      check(frame);
    }
    return frame;
  }

  private static void check(byte[] frame) {
    frame[HEAD] = (byte) Crc.of8(frame, HEAD);
    int crc = Crc.of16(frame, frame.length - TAIL);
    frame[frame.length - 2] = (byte) crc;
    frame[frame.length - 1] = (byte) (crc >> BYTE);
  }

  /** What came over the wire; zeros instead of checks are let pass, as the original does. */
  static Frame decode(byte[] frame) throws MalformedException {
    if (frame.length < HEAD + 1 + TAIL || frame[0] != SYNC || frame[1] != SYNC) {
      throw new MalformedException("no frame begins like this");
    }
    if ((frame[4] & 0xFF) != frame.length - HEAD - 1 - TAIL) {
      throw new MalformedException("a frame of another length than it says");
    }
    byte[] data = Arrays.copyOfRange(frame, HEAD + 1, frame.length - TAIL);
    Frame decoded = new Frame(frame[2] & 0xFF, frame[3] & 0xFF, data);
    if (!Arrays.equals(frame, decoded.bytes(true)) && !Arrays.equals(frame, decoded.bytes(false))) {
      throw new MalformedException("a frame whose checks are wrong");
    }
    return decoded;
  }
}
