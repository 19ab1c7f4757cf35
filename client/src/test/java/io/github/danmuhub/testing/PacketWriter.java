package io.github.danmuhub.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Writes a WebSocket's conversation as packets: pcap in both orders, pcapng, and what goes wrong.
 */
public final class PacketWriter {
  public static final int CLIENT = 1;
  public static final int SERVER = 2;
  private static final byte[] MASK = {1, 2, 3, 4};
  private static final String REQUEST =
      String.join(
          "\r\n",
          "GET /sub?room=5 HTTP/1.1",
          "Host: chat.example:2244",
          "Upgrade: websocket",
          "Connection: Upgrade",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: W/kolcgVmU5mUVJi3i4tpA==",
          "%s",
          "");
  private static final String ANSWER =
      String.join(
          "\r\n",
          "HTTP/1.1 101 Switching Protocols",
          "Upgrade: websocket",
          "Connection: Upgrade",
          "Sec-WebSocket-Accept: yjko/QGDLpz4adhGrf0jHwrlnG0=",
          "%s",
          "");
  private static final String DEFLATE = "Sec-WebSocket-Extensions: permessage-deflate\r\n";

  private record Segment(int from, int sequence, int flags, Raw payload, int snapped) {}

  private final List<Segment> segments = new ArrayList<>();
  private final int[] sequences = {0, 0x7ffffff0, 0xfffffff0}; // both wrap
  private final Deflater deflater = new Deflater(6, true);

  public PacketWriter handshake(boolean deflate) {
    segments.add(new Segment(CLIENT, sequences[CLIENT]++, 2, Raw.NOTHING, 0));
    segments.add(new Segment(SERVER, sequences[SERVER]++, 18, Raw.NOTHING, 0));
    String extension = deflate ? DEFLATE : "";
    tcp(CLIENT, REQUEST.formatted(extension).getBytes(UTF_8));
    return tcp(SERVER, ANSWER.formatted(extension).getBytes(UTF_8));
  }

  /** A segment. */
  public PacketWriter tcp(int from, byte[] payload) {
    segments.add(new Segment(from, sequences[from], 24, Raw.bytes(payload), payload.length));
    sequences[from] += payload.length;
    return this;
  }

  /** A frame in segments of so many bytes. */
  public PacketWriter frame(int from, int head, byte[] payload, int segmentSize) {
    byte[] frame = frame(from, head, payload);
    for (int at = 0; at < frame.length; at += segmentSize) {
      tcp(from, Arrays.copyOfRange(frame, at, Math.min(frame.length, at + segmentSize)));
    }
    return this;
  }

  public PacketWriter text(int from, String text) {
    return frame(from, 0x81, text.getBytes(UTF_8), 1_000);
  }

  /** A message, compressed with what was said before. */
  public PacketWriter deflated(int from, String text) {
    deflater.setInput(text.getBytes(UTF_8));
    byte[] out = new byte[text.length() * 4 + 100];
    int size = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH) - 4;
    return frame(from, 0xc1, Arrays.copyOf(out, size), 1_000);
  }

  public static byte[] frame(int from, int head, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head);
    int mask = from == CLIENT ? 0x80 : 0;
    if (payload.length < 126) {
      out.write(mask | payload.length);
    } else {
      out.write(mask | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    }
    if (from == CLIENT) {
      out.writeBytes(MASK);
    }
    for (int i = 0; i < payload.length; i++) {
      out.write(payload[i] ^ (from == CLIENT ? MASK[i & 3] : 0));
    }
    return out.toByteArray();
  }

  /** Takes the segment away that stands there; a negative number counts from the end. */
  public PacketWriter lose(int number) {
    segments.remove(Math.floorMod(number, segments.size()));
    return this;
  }

  public PacketWriter swap(int one, int other) {
    Collections.swap(
        segments, Math.floorMod(one, segments.size()), Math.floorMod(other, segments.size()));
    return this;
  }

  public PacketWriter again(int number) {
    segments.add(segments.get(Math.floorMod(number, segments.size())));
    return this;
  }

  /** Of the last segment only so many bytes are captured. */
  public PacketWriter snap(int bytes) {
    Segment last = segments.remove(segments.size() - 1);
    segments.add(new Segment(last.from(), last.sequence(), last.flags(), last.payload(), bytes));
    return this;
  }

  /** Without the first so many segments. */
  public PacketWriter beginAt(int number) {
    segments.subList(0, number).clear();
    return this;
  }

  private static byte[] packet(Segment s) {
    ByteBuffer out = ByteBuffer.allocate(14 + 20 + 20 + s.payload().size());
    out.position(12).putShort((short) 0x0800);
    out.put((byte) 0x45).put((byte) 0).putShort((short) (40 + s.payload().size()));
    out.putInt(0).put((byte) 64).put((byte) 6).putShort((short) 0);
    out.putInt(0x7f000000 + s.from()).putInt(0x7f000000 + 3 - s.from());
    int port = s.from() == CLIENT ? 50_000 : 2_244;
    out.putShort((short) port).putShort((short) (52_244 - port));
    out.putInt(s.sequence()).putInt(0).put((byte) 0x50).put((byte) s.flags());
    out.putShort((short) 8_192).putInt(0).put(s.payload().toBytes());
    return out.array();
  }

  public byte[] pcap(ByteOrder order, boolean nanos) {
    ByteBuffer out = ByteBuffer.allocate(1 << 20).order(order);
    out.putInt(nanos ? 0xa1b23c4d : 0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    out.putInt(0).putInt(0).putInt(65_535).putInt(1);
    int n = 0;
    for (Segment segment : segments) {
      byte[] packet = packet(segment);
      int captured = packet.length - segment.payload().size() + segment.snapped();
      out.putInt(1_700_000_000).putInt(n++ * (nanos ? 1_000_000 : 1_000));
      out.putInt(captured).putInt(packet.length).put(packet, 0, captured);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  public byte[] pcapng(ByteOrder order) {
    ByteBuffer out = ByteBuffer.allocate(1 << 20).order(order);
    out.putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0);
    out.putLong(-1).putInt(28);
    out.putInt(1).putInt(28).putShort((short) 1).putShort((short) 0).putInt(0);
    out.putShort((short) 9).putShort((short) 1).put((byte) 9).put(new byte[3]).putInt(28);
    out.putInt(4).putInt(16).putInt(0).putInt(16); // names, none of them read
    long time = 1_700_000_000_000_000_000L;
    for (Segment segment : segments) {
      byte[] packet = packet(segment);
      int padded = (packet.length + 3) / 4 * 4;
      out.putInt(6).putInt(32 + padded).putInt(0).putInt((int) (time >> 32)).putInt((int) time);
      out.putInt(packet.length).putInt(packet.length).put(packet);
      out.position(out.position() + padded - packet.length).putInt(32 + padded);
      time += 1_000_000;
    }
    return Arrays.copyOf(out.array(), out.position());
  }
}
