package io.github.danmuhub.platform.bilibili;

import static io.github.danmuhub.platform.bilibili.packet.BilibiliPacket.HEADER;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.bilibili.packet.BilibiliHeader;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacket;
import io.github.danmuhub.platform.bilibili.packet.BilibiliPacketCodec;
import io.github.danmuhub.platform.dissect.Dissector;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.Layer.Field;
import io.github.danmuhub.platform.dissect.Layer.Place;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.FlatJson;
import io.github.danmuhub.wire.JsonCursor;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A frame for people: its packets with every field of their headers in words, compressed bodies
 * taken apart, JSON as it is. Unlike {@link BilibiliPacketCodec} it shows the layers themselves, so
 * it walks on its own; what a header must be is asked there.
 */
final class BilibiliDissector implements Dissector {
  private static final int ALMOST = 60;
  private static final Pattern TOKEN = Pattern.compile("(?i).*(?:key|token)");

  private final Decompressors decompressors = new Decompressors();
  private final Decompressors.Budget budget = new Decompressors.Budget();
  private int packets;

  @Override
  public int recognizes(FrameKind kind, ByteBuffer frame) {
    if (kind != FrameKind.BINARY) {
      return 0;
    }
    try {
      BilibiliHeader header = BilibiliHeader.read(frame.slice());
      boolean known = !operation(header.operation()).isEmpty();
      return known && header.length() <= frame.remaining() ? CERTAIN : ALMOST;
    } catch (MalformedException e) {
      return 0;
    }
  }

  @Override
  public boolean isFromClient(FrameKind kind, ByteBuffer frame) {
    if (kind != FrameKind.BINARY || frame.remaining() < HEADER) {
      return false;
    }
    int operation = BilibiliHeader.at(frame.slice(), 0).operation();
    return operation == BilibiliPacket.AUTH || operation == BilibiliPacket.HEARTBEAT;
  }

  /** A message is an object with a command. */
  @Override
  public @Nullable ByteBuffer frameOf(byte[] message) {
    try (JsonCursor in = JsonCursor.over(new String(message, UTF_8))) {
      for (String f = in.firstField(); f != null; f = in.field()) {
        if (f.equals("cmd") && in.words() != null) {
          return BilibiliPacketCodec.encode(BilibiliPacket.message(message));
        }
      }
    } catch (IOException notJson) {
      return null;
    }
    return null;
  }

  @Override
  public List<Layer> dissect(FrameKind kind, ByteBuffer frame) {
    packets = 0;
    budget.renew();
    return kind == FrameKind.BINARY ? packets(frame.slice(), 0) : List.of();
  }

  private List<Layer> packets(ByteBuffer in, int depth) {
    List<Layer> layers = new ArrayList<>();
    try {
      while (in.hasRemaining()) {
        BilibiliHeader header = BilibiliHeader.read(in);
        if (++packets > Bounds.PACKETS_PER_FRAME) {
          throw new MalformedException("more packets than are read");
        }
        layers.add(packet(header, in, depth));
      }
    } catch (MalformedException e) {
      layers.add(rest(in, e.why()));
    }
    return layers;
  }

  /** What is not a packet: after a heartbeat reply the echo of the client's heartbeat. */
  private static Layer rest(ByteBuffer in, String why) {
    Field bytes = new Field("not a packet", text(in), why);
    return new Layer("rest", in.position(), in.remaining(), List.of(bytes), List.of());
  }

  private Layer packet(BilibiliHeader header, ByteBuffer in, int depth) {
    int offset = in.position();
    int size = Math.min(header.length(), in.remaining());
    in.position(offset + size);
    List<Field> fields = fields(header, in, offset, size);
    return new Layer(
        "packet", offset, size, fields, body(header, in, offset + HEADER, size - HEADER, depth));
  }

  private static List<Field> fields(BilibiliHeader header, ByteBuffer in, int offset, int size) {
    boolean cut = header.length() > size;
    return List.of(
        new Field("length", "" + header.length(), cut ? "only " + size + " bytes are there" : "")
            .at(Place.of(in, offset, 4)),
        Field.of("header length", header.size()).at(Place.of(in, offset + 4, 2)),
        new Field("version", "" + header.version(), version(header.version()))
            .at(Place.of(in, offset + 6, 2)),
        new Field("operation", "" + header.operation(), operation(header.operation()))
            .at(Place.of(in, offset + 8, 4)),
        Field.of("sequence", header.sequence()).at(Place.of(in, offset + 12, 4)));
  }

  private static String version(int version) {
    return switch (version) {
      case BilibiliPacket.PLAIN -> "plain JSON";
      case BilibiliPacket.CONTROL -> "control";
      case BilibiliPacket.ZLIB -> "packets in zlib";
      case BilibiliPacket.BROTLI -> "packets in brotli";
      default -> "unknown";
    };
  }

  private static String operation(int operation) {
    return switch (operation) {
      case BilibiliPacket.HEARTBEAT -> "heartbeat";
      case BilibiliPacket.HEARTBEAT_REPLY -> "heartbeat reply";
      case BilibiliPacket.MESSAGE -> "message";
      case BilibiliPacket.AUTH -> "authentication";
      case BilibiliPacket.AUTH_REPLY -> "authentication reply";
      default -> "";
    };
  }

  private List<Layer> body(BilibiliHeader header, ByteBuffer in, int offset, int size, int depth) {
    if (size == 0) {
      return List.of();
    }
    ByteBuffer body = in.slice(offset, size);
    return switch (header.version()) {
      case BilibiliPacket.ZLIB -> List.of(compressed("zlib", Format.ZLIB, body, offset, depth));
      case BilibiliPacket.BROTLI ->
          List.of(compressed("brotli", Format.BROTLI, body, offset, depth));
      default -> List.of(plain(header.operation(), body, offset));
    };
  }

  private Layer compressed(String name, Format format, ByteBuffer body, int offset, int depth) {
    int size = body.remaining();
    try {
      ByteBuffer inside = decompressors.decompress(format, body, depth, budget).slice();
      Field inflated = new Field("inflates to", "" + inside.remaining(), "bytes");
      return new Layer(name + " body", offset, size, List.of(inflated), packets(inside, depth + 1));
    } catch (MalformedException e) {
      return new Layer(
          name + " body", offset, size, List.of(new Field("broken", "", e.why())), List.of());
    }
  }

  private static Layer plain(int operation, ByteBuffer body, int offset) {
    List<Field> fields =
        switch (operation) {
          case BilibiliPacket.HEARTBEAT_REPLY ->
              List.of(
                  body.remaining() < Integer.BYTES
                      ? Field.of("body", text(body))
                      : popularity(body, offset));
          case BilibiliPacket.AUTH -> auth(body);
          default -> List.of(Field.of("body", text(body)));
        };
    return new Layer("body", offset, body.remaining(), fields, List.of());
  }

  private static Field popularity(ByteBuffer body, int offset) {
    return new Field("popularity", "" + (body.getInt(0) & 0xffffffffL), "人气")
        .at(Place.in(body, offset, offset, Integer.BYTES));
  }

  private static List<Field> auth(ByteBuffer body) {
    byte[] json = new byte[body.remaining()];
    body.duplicate().get(json);
    try {
      return FlatJson.read(json).entrySet().stream()
          .map(
              field ->
                  TOKEN.matcher(field.getKey()).matches()
                      ? new Field(field.getKey(), "(hidden)", "the token")
                      : Field.of(field.getKey(), field.getValue()))
          .toList();
    } catch (MalformedException e) {
      return List.of(new Field("body", "(hidden)", e.why() + "; it may hold the token"));
    }
  }

  private static String text(ByteBuffer bytes) {
    return UTF_8.decode(bytes.duplicate()).toString();
  }
}
