package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Protobuf read without its schema: the fields as they stand on the wire, for people to look at.
 * The wire does not tell text, bytes and inner messages apart, so {@link Field#text} and {@link
 * Field#inner} are what they may be: both can be there.
 */
public final class ProtoTree {
  private static final int DEPTH = 16;
  private static final int MAX_FIELDS = 20_000;

  private final byte[] bytes;
  private final int deepest;
  private int at;
  private int fieldsLeft = MAX_FIELDS;

  /**
   * One field of the wire.
   *
   * @param number the field number
   * @param wireType 0 varint, 1 fixed 64, 2 bytes, 5 fixed 32
   * @param offset of its tag within the outermost message
   * @param size with its tag, in bytes
   * @param value of a varint or a fixed; for bytes their count
   * @param text the bytes as UTF-8; null where they are not, and where there are control characters
   * @param inner the bytes as a message; empty where they are not
   */
  public record Field(
      int number,
      int wireType,
      int offset,
      int size,
      long value,
      @Nullable String text,
      List<Field> inner) {

    public Field {
      inner = List.copyOf(inner);
    }

    /** The value of a varint read as {@code sint64}. */
    public long zigzag() {
      return (value >>> 1) ^ -(value & 1);
    }
  }

  private ProtoTree(byte[] bytes, int deepest) {
    this.bytes = bytes;
    this.deepest = deepest;
  }

  /** The fields of a message, which is not moved. */
  public static List<Field> read(ByteBuffer message) throws MalformedException {
    return read(message, DEPTH);
  }

  /** The same, and no bytes are looked at as an inner message. */
  public static List<Field> readOutermost(ByteBuffer message) throws MalformedException {
    return read(message, 0);
  }

  /**
   * Numbers that stand together, without tags, as a repeated field's do.
   *
   * @param wireType 0 varint, 1 fixed 64, 5 fixed 32
   */
  public static LongStream readPacked(int wireType, ByteBuffer numbers) throws MalformedException {
    byte[] bytes = new byte[numbers.remaining()];
    numbers.duplicate().get(bytes);
    ProtoTree in = new ProtoTree(bytes, 0);
    LongStream.Builder values = LongStream.builder();
    while (in.at < bytes.length) {
      values.add(
          switch (wireType) {
            case 0 -> in.varint(bytes.length);
            case 1 -> in.fixed(Long.BYTES, bytes.length);
            default -> in.fixed(Integer.BYTES, bytes.length);
          });
    }
    return values.build();
  }

  private static List<Field> read(ByteBuffer message, int deepest) throws MalformedException {
    byte[] bytes = new byte[message.remaining()];
    message.duplicate().get(bytes);
    return new ProtoTree(bytes, deepest).message(bytes.length, 0);
  }

  private List<Field> message(int end, int depth) throws MalformedException {
    List<Field> fields = new ArrayList<>();
    while (at < end) {
      fields.add(field(end, depth));
    }
    return fields;
  }

  private Field field(int end, int depth) throws MalformedException {
    if (--fieldsLeft < 0) {
      throw new MalformedException("more than " + MAX_FIELDS + " protobuf fields");
    }
    int offset = at;
    long tag = varint(end);
    long number = tag >>> 3;
    if (number < 1 || number >= 1 << 29) {
      throw new MalformedException("no protobuf: field number " + number);
    }
    int type = (int) tag & 7;
    return switch (type) {
      case 0 -> plain((int) number, type, offset, varint(end));
      case 1 -> plain((int) number, type, offset, fixed(8, end));
      case 5 -> plain((int) number, type, offset, fixed(4, end));
      case 2 -> bytes((int) number, offset, end, depth);
      default -> throw new MalformedException("no protobuf: wire type " + type);
    };
  }

  private Field plain(int number, int type, int offset, long value) {
    return new Field(number, type, offset, at - offset, value, null, List.of());
  }

  private Field bytes(int number, int offset, int end, int depth) throws MalformedException {
    long size = varint(end);
    if (size < 0 || size > end - at) {
      throw new MalformedException("protobuf field " + number + " points beyond its message");
    }
    int stop = at + (int) size;
    String text = text(ByteBuffer.wrap(bytes, at, (int) size));
    List<Field> inner = innerOrNone(stop, depth + 1);
    at = stop;
    return new Field(number, 2, offset, stop - offset, size, text, inner);
  }

  private List<Field> innerOrNone(int end, int depth) {
    if (depth > deepest) {
      return List.of();
    }
    try {
      return message(end, depth);
    } catch (MalformedException notAMessage) {
      return List.of();
    }
  }

  private static @Nullable String text(ByteBuffer bytes) {
    try {
      String text = UTF_8.newDecoder().decode(bytes).toString();
      return text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)) ? text : null;
    } catch (CharacterCodingException notText) {
      return null;
    }
  }

  private long varint(int end) throws MalformedException {
    int from = at;
    at = Varint.behind(bytes, from, end);
    return Varint.read(bytes, from, at);
  }

  private long fixed(int size, int end) throws MalformedException {
    if (end - at < size) {
      throw new MalformedException("a fixed protobuf field is cut off");
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (bytes[at++] & 0xffL) << (8 * i);
    }
    return value;
  }
}
