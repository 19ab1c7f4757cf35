package io.github.danmuhub.capture.pcap;

import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The packets of a pcap or pcapng file, one after the other. */
public final class PacketFile {
  private static final int MICROS = 0xa1b2c3d4;
  private static final int NANOS = 0xa1b23c4d;
  private static final int SECTION = 0x0a0d0d0a;
  private static final int ORDER = 0x1a2b3c4d;
  private static final int INTERFACE = 1;
  private static final int SIMPLE = 3;
  private static final int ENHANCED = 6;
  private static final int LARGEST = 1 << 24;
  private static final int FILE_HEAD = 24;
  private static final int RECORD_HEAD = 16;

  private final InputStream in;
  private final Consumer<Packet> packets;
  private final List<Interface> interfaces = new ArrayList<>();
  private ByteOrder order = ByteOrder.BIG_ENDIAN;

  /** A network interface: {@code perMs} ticks a millisecond. */
  private record Interface(int linkType, double perMs, long offsetMs) {}

  private PacketFile(InputStream in, Consumer<Packet> packets) {
    this.in = in;
    this.packets = packets;
  }

  /** Whether a file that begins so is pcap. */
  public static boolean isPcap(byte[] head) {
    return head.length >= Integer.BYTES && order(ByteBuffer.wrap(head).getInt(0)) != null;
  }

  private static @Nullable ByteOrder order(int magic) {
    if (magic == MICROS || magic == NANOS) {
      return ByteOrder.BIG_ENDIAN;
    }
    int swapped = Integer.reverseBytes(magic);
    return swapped == MICROS || swapped == NANOS ? ByteOrder.LITTLE_ENDIAN : null;
  }

  /** Whether a file that begins so is pcapng. */
  public static boolean isPcapng(byte[] head) {
    return head.length >= Integer.BYTES && ByteBuffer.wrap(head).getInt(0) == SECTION;
  }

  /**
   * Hands out the packets.
   *
   * @throws MalformedException in words, where the file breaks; those before it were handed out
   */
  static void read(InputStream in, Consumer<Packet> packets)
      throws IOException, MalformedException {
    PacketFile file = new PacketFile(in, packets);
    byte[] magic = in.readNBytes(Integer.BYTES);
    if (isPcapng(magic)) {
      file.readBlocks(magic);
    } else {
      file.readRecords(magic);
    }
  }

  private ByteBuffer bytes(int size) throws IOException, MalformedException {
    if (size < 0 || size > LARGEST) {
      throw new MalformedException("a packet of " + (size & 0xffffffffL) + " bytes");
    }
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new MalformedException("cut off at the end of the file");
    }
    return ByteBuffer.wrap(bytes).order(order);
  }

  private void readRecords(byte[] magic) throws IOException, MalformedException {
    ByteOrder found = order(ByteBuffer.wrap(magic).getInt(0));
    if (found == null) {
      throw new MalformedException("no pcap");
    }
    order = found;
    boolean nanos = ByteBuffer.wrap(magic).order(order).getInt(0) == NANOS;
    ByteBuffer head = bytes(FILE_HEAD - Integer.BYTES);
    int linkType = head.getInt(16) & 0x0fffffff;
    for (byte[] next = in.readNBytes(RECORD_HEAD);
        next.length > 0;
        next = in.readNBytes(RECORD_HEAD)) {
      if (next.length < RECORD_HEAD) {
        throw new MalformedException("cut off at the end of the file");
      }
      ByteBuffer record = ByteBuffer.wrap(next).order(order);
      long seconds = record.getInt(0) & 0xffffffffL;
      long fraction = record.getInt(4) & 0xffffffffL;
      long ms = seconds * 1_000 + fraction / (nanos ? 1_000_000 : 1_000);
      packets.accept(new Packet(ms, linkType, bytes(record.getInt(8)).order(ByteOrder.BIG_ENDIAN)));
    }
  }

  private void readBlocks(byte[] magic) throws IOException, MalformedException {
    byte[] type = magic;
    while (type.length == Integer.BYTES) {
      byte[] size = in.readNBytes(Integer.BYTES);
      if (size.length < Integer.BYTES) {
        throw new MalformedException("cut off at the end of the file");
      }
      readBlock(ByteBuffer.wrap(type), ByteBuffer.wrap(size));
      type = in.readNBytes(Integer.BYTES);
    }
  }

  private void readBlock(ByteBuffer type, ByteBuffer size) throws IOException, MalformedException {
    if (type.getInt(0) == SECTION) {
      ByteBuffer mark = bytes(Integer.BYTES).order(ByteOrder.BIG_ENDIAN);
      order = mark.getInt(0) == ORDER ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      interfaces.clear();
      bytes(size.order(order).getInt(0) - 12);
      return;
    }
    ByteBuffer body = bytes(size.order(order).getInt(0) - 12 + Integer.BYTES);
    body.limit(Math.max(0, body.limit() - Integer.BYTES));
    try {
      switch (type.order(order).getInt(0)) {
        case INTERFACE -> interfaces.add(networkInterface(body));
        case ENHANCED -> enhanced(body);
        case SIMPLE -> simple(body);
        default -> {} // names, counters, keys
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new MalformedException("a block that is shorter than it says");
    }
  }

  private static Interface networkInterface(ByteBuffer body) {
    double perMs = 1_000;
    long offset = 0;
    int at = 8;
    while (at + 4 <= body.limit()) {
      int code = body.getShort(at) & 0xffff;
      int length = body.getShort(at + 2) & 0xffff;
      if (code == 9 && length >= 1) {
        int resolution = body.get(at + 4);
        perMs = resolution < 0 ? Math.pow(2, resolution & 0x7f) : Math.pow(10, resolution);
        perMs /= 1_000;
      } else if (code == 14 && length >= 8) {
        offset = body.getLong(at + 4) * 1_000;
      } else if (code == 0) {
        break;
      }
      at += 4 + (length + 3) / 4 * 4;
    }
    return new Interface(body.getShort(0) & 0xffff, perMs, offset);
  }

  private void enhanced(ByteBuffer body) throws MalformedException {
    int number = body.getInt(0);
    if (number < 0 || number >= interfaces.size()) {
      throw new MalformedException("a packet of an interface that the file does not name");
    }
    Interface from = interfaces.get(number);
    long ticks = ((body.getInt(4) & 0xffffffffL) << 32) | (body.getInt(8) & 0xffffffffL);
    long ms = (long) (ticks / from.perMs()) + from.offsetMs();
    packets.accept(new Packet(ms, from.linkType(), body.slice(20, body.getInt(12))));
  }

  private void simple(ByteBuffer body) throws MalformedException {
    if (interfaces.isEmpty()) {
      throw new MalformedException("a packet of an interface that the file does not name");
    }
    int size = Math.min(body.getInt(0), body.limit() - 4);
    packets.accept(new Packet(0, interfaces.get(0).linkType(), body.slice(4, size)));
  }
}
