package io.github.danmuhub.feed.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.Compressors;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The table of steps. */
final class Steps {
  private static final Map<String, Step> BY_NAME =
      Map.of(
          "gunzip", new Compressed(Format.GZIP),
          "inflate", new Inflate(),
          "brotli", new Compressed(Format.BROTLI),
          "base64", new Base(),
          "json", new Json(),
          "protobuf-raw", new Protobuf(),
          "lines", new Lines());

  private Steps() {}

  /** By the name that it has in a file; null for none. */
  static Step named(String name) {
    Step step = BY_NAME.get(name);
    if (step == null) {
      throw new UsageException(
          Phrase.of("feed.step", Phrase.list(BY_NAME.keySet().stream().sorted().toList())));
    }
    return step;
  }

  /** A layer of one of the formats that tell by themselves where they end. */
  private record Compressed(Format format) implements Step {
    @Override
    public List<Piece> decode(Piece in, Decompressors tools, int depth) throws MalformedException {
      return List.of(Piece.of(tools.decompress(format, ByteBuffer.wrap(in.asBytes()), depth)));
    }

    @Override
    public Piece encode(Piece in) {
      return Piece.of(Compressors.compress(format, in.asBytes()));
    }

    @Override
    public boolean isLayer() {
      return true;
    }
  }

  /** Deflate with zlib's header or without it: sites call both by the same name. */
  private record Inflate() implements Step {
    private static final int CHECK = 31;

    @Override
    public List<Piece> decode(Piece in, Decompressors tools, int depth) throws MalformedException {
      ByteBuffer body = ByteBuffer.wrap(in.asBytes());
      boolean zlib =
          body.remaining() > 2
              && (body.get(0) & 0x0f) == 8
              && (body.getShort(0) & 0xffff) % CHECK == 0;
      return List.of(Piece.of(tools.decompress(zlib ? Format.ZLIB : Format.DEFLATE, body, depth)));
    }

    @Override
    public Piece encode(Piece in) {
      return Piece.of(Compressors.compress(Format.ZLIB, in.asBytes()));
    }

    @Override
    public boolean isLayer() {
      return true;
    }
  }

  private record Base() implements Step {
    @Override
    public List<Piece> decode(Piece in, Decompressors tools, int depth) throws MalformedException {
      try {
        String text = new String(in.asBytes(), ISO_8859_1).strip();
        return List.of(
            Piece.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'))));
      } catch (IllegalArgumentException e) {
        throw new MalformedException("no base64");
      }
    }

    @Override
    public Piece encode(Piece in) {
      return Piece.of(Base64.getEncoder().encode(in.asBytes()));
    }
  }

  private record Json() implements Step {
    @Override
    public List<Piece> decode(Piece in, Decompressors tools, int depth) throws MalformedException {
      return List.of(Piece.of(JsonText.read(in.asBytes())));
    }

    @Override
    public Piece encode(Piece in) {
      return Piece.of(JsonText.write(in.asJson()));
    }

    @Override
    public boolean givesJson() {
      return true;
    }
  }

  private record Protobuf() implements Step {
    @Override
    public List<Piece> decode(Piece in, Decompressors tools, int depth) throws MalformedException {
      return List.of(Piece.of(ProtoJson.read(ByteBuffer.wrap(in.asBytes()))));
    }

    @Override
    public Piece encode(Piece in) {
      return Piece.of(ProtoJson.write(in.asJson()));
    }

    @Override
    public boolean givesJson() {
      return true;
    }
  }

  /** Several messages in one frame, a line each. */
  private record Lines() implements Step {
    @Override
    public List<Piece> decode(Piece in, Decompressors tools, int depth) throws MalformedException {
      List<Piece> lines = new ArrayList<>();
      for (String line : new String(in.asBytes(), UTF_8).split("\r?\n", -1)) {
        if (!line.isBlank()) {
          lines.add(Piece.of(line.getBytes(UTF_8)));
        }
        if (lines.size() > Bounds.PACKETS_PER_FRAME) {
          throw new MalformedException("more than " + Bounds.PACKETS_PER_FRAME + " lines");
        }
      }
      return lines;
    }

    @Override
    public Piece encode(Piece in) {
      return in;
    }
  }

  /** What stands in front of each message; a frame without it has no messages. */
  record Skip(String text) implements Step {
    @Override
    public List<Piece> decode(Piece in, Decompressors tools, int depth) {
      byte[] front = text.getBytes(UTF_8);
      byte[] bytes = in.asBytes();
      boolean there =
          bytes.length >= front.length
              && Arrays.equals(bytes, 0, front.length, front, 0, front.length);
      return there
          ? List.of(Piece.of(Arrays.copyOfRange(bytes, front.length, bytes.length)))
          : List.of();
    }

    @Override
    public Piece encode(Piece in) {
      byte[] front = text.getBytes(UTF_8);
      byte[] whole = Arrays.copyOf(front, front.length + in.asBytes().length);
      System.arraycopy(in.asBytes(), 0, whole, front.length, in.asBytes().length);
      return Piece.of(whole);
    }
  }

  /** A text inside JSON, that is something packed itself. */
  record At(JsonPath path) implements Step {
    @Override
    public List<Piece> decode(Piece in, Decompressors tools, int depth) {
      return path.text(in.asJson()).map(t -> Piece.of(t.getBytes(UTF_8))).stream().toList();
    }

    @Override
    public Piece encode(Piece in) {
      JsonNode text = TextNode.valueOf(new String(in.asBytes(), UTF_8));
      return Piece.of(path.put(null, text));
    }

    @Override
    public boolean takesJson() {
      return true;
    }
  }
}
