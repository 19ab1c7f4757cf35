package io.github.danmuhub.capture.pcap;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A TCP segment.
 *
 * @param from and {@code to}: address and port
 * @param sequence of its first byte
 * @param length of its payload on the wire; {@code payload} is shorter where the packet was cut
 */
record Segment(
    long timeMs,
    Endpoint from,
    Endpoint to,
    int sequence,
    int flags,
    int length,
    ByteBuffer payload) {
  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int ACK = 16;

  private static final int TCP = 6;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int FRAGMENT = 44;

  /** An address, as bytes in hex, and a port. */
  record Endpoint(String address, int port) {}

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Empty where it is no TCP, or only a part of an IP packet. */
  static Optional<Segment> of(Packet packet) {
    try {
      ByteBuffer bytes = packet.bytes();
      int ip = ipAt(packet.linkType(), bytes);
      return ip < 0 ? Optional.empty() : ofIp(packet.timeMs(), bytes, ip);
    } catch (IndexOutOfBoundsException tooShort) {
      return Optional.empty();
    }
  }

  /** Where IP begins; -1 for none. */
  private static int ipAt(int linkType, ByteBuffer bytes) {
    return switch (linkType) {
      case 0, 108 -> 4; // a family, which the packet's version tells as well
      case 1 -> ethernet(bytes);
      case 12, 14, 101, 228, 229 -> 0;
      case 113 -> isIp(bytes.getShort(14)) ? 16 : -1;
      case 276 -> isIp(bytes.getShort(0)) ? 20 : -1;
      default -> -1;
    };
  }

  private static int ethernet(ByteBuffer bytes) {
    int at = 12;
    int type = bytes.getShort(at) & 0xffff;
    while (type == 0x8100 || type == 0x88a8 || type == 0x9100) { // VLAN
      at += 4;
      type = bytes.getShort(at) & 0xffff;
    }
    return isIp(type) ? at + 2 : -1;
  }

  private static boolean isIp(int type) {
    return (type & 0xffff) == IPV4 || (type & 0xffff) == IPV6;
  }

  private static Optional<Segment> ofIp(long time, ByteBuffer bytes, int at) {
    int version = (bytes.get(at) & 0xf0) >> 4;
    return switch (version) {
      case 4 -> ofIpv4(time, bytes, at);
      case 6 -> ofIpv6(time, bytes, at);
      default -> Optional.empty();
    };
  }

  private static Optional<Segment> ofIpv4(long time, ByteBuffer bytes, int at) {
    int head = (bytes.get(at) & 0x0f) * 4;
    int total = bytes.getShort(at + 2) & 0xffff;
    boolean fragment = (bytes.getShort(at + 6) & 0x3fff) != 0;
    if (bytes.get(at + 9) != TCP || fragment) {
      return Optional.empty();
    }
    int end = total == 0 ? bytes.limit() : at + total; // 0: the network card cuts it up
    return tcp(time, bytes, at + head, end, hex(bytes, at + 12, 4), hex(bytes, at + 16, 4));
  }

  private static Optional<Segment> ofIpv6(long time, ByteBuffer bytes, int at) {
    int length = bytes.getShort(at + 4) & 0xffff;
    int next = bytes.get(at + 6) & 0xff;
    int head = at + 40;
    while (next == 0 || next == 43 || next == 60) {
      next = bytes.get(head) & 0xff;
      head += 8 + (bytes.get(head + 1) & 0xff) * 8;
    }
    if (next != TCP || next == FRAGMENT) {
      return Optional.empty();
    }
    int end = length == 0 ? bytes.limit() : at + 40 + length;
    return tcp(time, bytes, head, end, hex(bytes, at + 8, 16), hex(bytes, at + 24, 16));
  }

  private static Optional<Segment> tcp(
      long time, ByteBuffer bytes, int at, int end, String from, String to) {
    int head = (bytes.get(at + 12) & 0xf0) >> 2;
    int data = at + head;
    int there = Math.max(0, Math.min(end, bytes.limit()) - data);
    return Optional.of(
        new Segment(
            time,
            new Endpoint(from, bytes.getShort(at) & 0xffff),
            new Endpoint(to, bytes.getShort(at + 2) & 0xffff),
            bytes.getInt(at + 4),
            bytes.get(at + 13) & 0x3f,
            Math.max(0, end - data),
            there == 0 ? ByteBuffer.allocate(0) : bytes.slice(data, there)));
  }

  private static String hex(ByteBuffer bytes, int at, int size) {
    StringBuilder hex = new StringBuilder();
    for (int i = at; i < at + size; i++) {
      hex.append(Character.forDigit(bytes.get(i) >> 4 & 15, 16));
      hex.append(Character.forDigit(bytes.get(i) & 15, 16));
    }
    return hex.toString();
  }
}
