package io.github.danmuhub.inspect.proto;

import io.github.danmuhub.inspect.proto.ProtoSchema.Message;
import io.github.danmuhub.platform.dissect.Layer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of all plausible readings of a field, the one that its type in the schema means. Pure. */
final class ProtoReading {
  private static final Pattern READINGS =
      Pattern.compile(
          "(varint), zigzag (-?\\d+).*|(fixed64), double (\\S+)|(fixed32), float (\\S+)"
              + "|(bytes), \\d+.*",
          Pattern.DOTALL);

  private ProtoReading() {}

  /** Whether a layer is protobuf without a schema. */
  static boolean isProto(Layer layer) {
    return !layer.fields().isEmpty()
        && layer.fields().stream()
            .allMatch(
                field ->
                    field.name().matches("\\d{1,9}")
                        && READINGS.matcher(field.meaning()).matches());
  }

  /** The value as it is meant; null where the wire holds another type. */
  static @Nullable String of(
      ProtoSchema schema, Message message, ProtoSchema.Field known, Layer.Field field) {
    Matcher readings = READINGS.matcher(field.meaning());
    if (!readings.matches()) {
      return null;
    }
    if (readings.group(1) != null) {
      return varint(schema, message, known.type(), field.value(), readings.group(2));
    }
    if (readings.group(3) != null) {
      return fixed64(known.type(), field.value(), readings.group(4));
    }
    return readings.group(5) != null
        ? fixed32(known.type(), field.value(), readings.group(6))
        : bytes(schema, message, known, field.value());
  }

  private static @Nullable String varint(
      ProtoSchema schema, Message message, String type, String value, String zigzag) {
    long number = Long.parseLong(value);
    Map<Integer, String> names = schema.enumeration(message, type);
    if (names != null) {
      return NamedLayers.nameOf(names, number);
    }
    return switch (type) {
      case "int32" -> "" + (int) number;
      case "int64" -> value;
      case "uint32" -> Integer.toUnsignedString((int) number);
      case "uint64" -> Long.toUnsignedString(number);
      case "sint32", "sint64" -> zigzag;
      case "bool" -> number == 0 ? "false" : "true";
      default -> null;
    };
  }

  private static @Nullable String fixed64(String type, String value, String real) {
    return switch (type) {
      case "double" -> real;
      case "fixed64" -> Long.toUnsignedString(Long.parseLong(value));
      case "sfixed64" -> value;
      default -> null;
    };
  }

  private static @Nullable String fixed32(String type, String value, String real) {
    return switch (type) {
      case "float" -> real;
      case "fixed32" -> value;
      case "sfixed32" -> "" + (int) Long.parseLong(value);
      default -> null;
    };
  }

  /** Numbers of a repeated field may stand together in bytes. */
  private static @Nullable String bytes(
      ProtoSchema schema, Message message, ProtoSchema.Field known, String value) {
    boolean whole = known.type().equals("string") || known.type().equals("bytes");
    boolean inside = schema.message(message, known.type()) != null;
    return whole || inside || known.repeated() ? value : null;
  }
}
