package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.dissect.ProtoLayers;
import io.github.danmuhub.platform.dissect.TarsLayers;
import io.github.danmuhub.wire.Bounds;
import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.Decompressors.Format;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame that no platform knows: what can be seen without a schema, layer by layer. */
final class PlainLayers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHECK = 31;

  private final Decompressors tools = new Decompressors();

  private PlainLayers() {}

  static List<Layer> of(Traffic traffic) {
    return Handshake.is(traffic)
        ? List.of(Handshake.layer(traffic))
        : new PlainLayers().layers(Frames.bytes(traffic), 0);
  }

  private List<Layer> layers(ByteBuffer bytes, int depth) {
    Format packed = format(bytes);
    if (packed != null && depth < Bounds.NESTING) {
      List<Layer> found = inflated(packed, bytes, depth);
      if (!found.isEmpty()) {
        return found;
      }
    }
    String text = text(bytes);
    return text == null || isTag(text) ? structures(bytes) : json(text, bytes.remaining());
  }

  private static @Nullable Format format(ByteBuffer bytes) {
    if (bytes.remaining() < 3) {
      return null;
    }
    int two = bytes.getShort(bytes.position()) & 0xffff;
    if (two == 0x1f8b) {
      return Format.GZIP;
    }
    return (two & 0x0f00) == 0x0800 && two % CHECK == 0 ? Format.ZLIB : null;
  }

  private List<Layer> inflated(Format packed, ByteBuffer bytes, int depth) {
    try {
      ByteBuffer inside = tools.decompress(packed, bytes.duplicate(), depth).slice();
      Layer.Field size = new Layer.Field("inflates to", "" + inside.remaining(), "bytes");
      String name = (packed == Format.GZIP ? "gzip" : "zlib") + " body";
      return List.of(
          new Layer(name, 0, bytes.remaining(), List.of(size), layers(inside, depth + 1)));
    } catch (MalformedException notPacked) {
      return List.of();
    }
  }

  private static @Nullable String text(ByteBuffer bytes) {
    try {
      String text = UTF_8.newDecoder().decode(bytes.duplicate()).toString();
      return text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)) ? text : null;
    } catch (CharacterCodingException noText) {
      return null;
    }
  }

  /** Line breaks and tabs are the first bytes of protobuf, too: of the fields 1 to 4. */
  private static boolean isTag(String text) {
    return !text.isEmpty() && text.charAt(0) < ' ' && !text.strip().matches("(?s)[\\[{].*");
  }

  private static List<Layer> json(String text, int size) {
    try {
      JsonNode json = text.strip().matches("(?s)[\\[{].*") ? JSON.readTree(text) : null;
      if (json != null) {
        Layer.Field pretty = Layer.Field.of("json", json.toString());
        return List.of(new Layer("JSON", 0, size, List.of(pretty), List.of()));
      }
    } catch (JsonProcessingException noJson) {
      // a text like any other
    }
    return List.of();
  }

  /** Both may fit: both are shown. */
  private static List<Layer> structures(ByteBuffer bytes) {
    List<Layer> found = new ArrayList<>();
    add(ProtoLayers.of("protobuf, if it is", bytes.duplicate()), found);
    add(TarsLayers.of("TARS, if it is", bytes.duplicate()), found);
    return found;
  }

  private static void add(Layer layer, List<Layer> found) {
    boolean broken = layer.fields().stream().anyMatch(field -> field.name().equals("error"));
    if (!broken && !layer.fields().isEmpty()) {
      found.add(layer);
    }
  }
}
