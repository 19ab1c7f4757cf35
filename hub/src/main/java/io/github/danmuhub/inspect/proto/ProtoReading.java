package io.github.danmuhub.inspect.proto;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.inspect.proto.ProtoSchema.Message;
import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoTree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field's value as its type in the schema means it. Pure. */
final class ProtoReading {
  private static final int BYTES = 2;

  /** As in what {@link ProtoSchema} calls a field's type, by how it stands on the wire. */
  private static final Map<Integer, List<String>> SCALARS =
      Map.of(
          0,
          List.of("int32", "int64", "uint32", "uint64", "sint32", "sint64", "bool"),
          1,
          List.of("double", "fixed64", "sfixed64"),
          BYTES,
          List.of("string", "bytes"),
          5,
          List.of("float", "fixed32", "sfixed32"));

  private ProtoReading() {}

  /**
   * The value in words.
   *
   * @param body what stands in a field of bytes
   * @return null where the wire holds another type, and where the type is a message
   */
  static @Nullable String of(
      ProtoSchema schema,
      Message around,
      ProtoSchema.Field known,
      ProtoTree.Field field,
      ByteBuffer body) {
    Map<Integer, String> names = schema.enumeration(around, known.type());
    int wanted = names == null ? wireType(known.type()) : 0;
    if (wanted == field.wireType()) {
      return wanted == BYTES
          ? bytes(known.type(), field, body)
          : number(names, known.type(), field.value());
    }
    boolean packed = field.wireType() == BYTES && known.repeated() && wanted >= 0;
    return packed ? packed(names, known.type(), wanted, body) : null;
  }

  /** Whether the type stands for itself: any other is a message's or an enum's name. */
  static boolean isScalar(String type) {
    return wireType(type) >= 0;
  }

  private static int wireType(String type) {
    return SCALARS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(type))
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }

  private static String number(@Nullable Map<Integer, String> names, String type, long value) {
    if (names != null) {
      String name = names.get((int) value);
      return name == null ? value + " (not in the schema)" : name + " (" + value + ")";
    }
    return switch (type) {
      case "int32", "sfixed32" -> "" + (int) value;
      case "uint32", "fixed32" -> Integer.toUnsignedString((int) value);
      case "uint64", "fixed64" -> Long.toUnsignedString(value);
      case "sint32", "sint64" -> "" + ((value >>> 1) ^ -(value & 1));
      case "bool" -> value == 0 ? "false" : "true";
      case "double" -> "" + Double.longBitsToDouble(value);
      case "float" -> "" + Float.intBitsToFloat((int) value);
      default -> "" + value;
    };
  }

  private static @Nullable String bytes(String type, ProtoTree.Field field, ByteBuffer body) {
    String text = type.equals("string") ? text(body) : field.text();
    return text == null && type.equals("bytes") ? "(binary)" : text;
  }

  static @Nullable String text(ByteBuffer body) {
    try {
      return UTF_8.newDecoder().decode(body.duplicate()).toString();
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  /** Numbers of a repeated field stand together, without their tags. */
  private static @Nullable String packed(
      @Nullable Map<Integer, String> names, String type, int wireType, ByteBuffer body) {
    try {
      return ProtoTree.readPacked(wireType, body)
          .mapToObj(one -> number(names, type, one))
          .toList()
          .toString();
    } catch (MalformedException notPacked) {
      return null;
    }
  }
}
