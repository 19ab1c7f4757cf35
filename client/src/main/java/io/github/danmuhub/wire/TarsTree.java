package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TARS read without its schema: the fields as they stand on the wire, for people to look at. Bytes
 * may be text, a message or neither, so {@link Field#text} and {@link Field#inner} are what they
 * may be: both can be there.
 */
public final class TarsTree {
  private static final int DEPTH = 16;
  private static final int MAX_FIELDS = 20_000;

  private final int deepest;
  private int fieldsLeft = MAX_FIELDS;

  /**
   * One field of the wire.
   *
   * @param tag its tag; 0 for an element of a list or a key of a map, 1 for a map's value
   * @param type 0 to 3 numbers of 1, 2, 4, 8 bytes, 4 float, 5 double, 6 and 7 text, 8 map, 9 list,
   *     10 struct, 12 zero, 13 bytes
   * @param offset of its head within the outermost message
   * @param size with its head, in bytes
   * @param value of a number, the bits of a float or a double; for others how many bytes, elements
   *     or fields there are
   * @param text of a text; of bytes where they may be one
   * @param inner fields, elements, keys and values in turn; of bytes where they may be a message
   */
  public record Field(
      int tag,
      int type,
      int offset,
      int size,
      long value,
      @Nullable String text,
      List<Field> inner) {

    public Field {
      inner = List.copyOf(inner);
    }
  }

  private TarsTree(int deepest) {
    this.deepest = deepest;
  }

  /** The fields of a message, which is not moved. */
  public static List<Field> read(ByteBuffer message) throws MalformedException {
    return new TarsTree(DEPTH).message(message, 0, 0);
  }

  /** The same, and no bytes are looked at as an inner message. */
  public static List<Field> readOutermost(ByteBuffer message) throws MalformedException {
    return new TarsTree(0).message(message, 0, 0);
  }

  private List<Field> message(ByteBuffer message, int offset, int depth) throws MalformedException {
    return fields(new TarsReader(message), offset, depth);
  }

  private List<Field> fields(TarsReader in, int offset, int depth) throws MalformedException {
    List<Field> fields = new ArrayList<>();
    while (in.next() != TarsReader.END) {
      fields.add(field(in, offset, depth));
    }
    return fields;
  }

  /**
   * The field that the reader stands on.
   *
   * @param offset where the reader's own message begins
   */
  private Field field(TarsReader in, int offset, int depth) throws MalformedException {
    if (--fieldsLeft < 0) {
      throw new MalformedException("more than " + MAX_FIELDS + " TARS fields");
    }
    int from = in.start();
    int tag = in.tag();
    int type = in.type();
    Value value = value(in, offset, depth);
    int size = in.position() - from;
    return new Field(tag, type, offset + from, size, value.number, value.text, value.inner);
  }

  private record Value(long number, @Nullable String text, List<Field> inner) {
    static Value of(long number) {
      return new Value(number, null, List.of());
    }

    static Value of(List<Field> inner) {
      return new Value(inner.size(), null, inner);
    }
  }

  private Value value(TarsReader in, int offset, int depth) throws MalformedException {
    return switch (in.type()) {
      case TarsType.FLOAT, TarsType.DOUBLE -> Value.of(in.floatBits());
      case TarsType.SHORT_STRING, TarsType.LONG_STRING -> text(in.string());
      case TarsType.MAP -> Value.of(in.map(each -> field(each, offset, depth)));
      case TarsType.LIST -> Value.of(in.list(each -> field(each, offset, depth)));
      case TarsType.STRUCT -> struct(in, offset, depth);
      case TarsType.BYTES -> bytes(in, offset, depth);
      default -> Value.of(in.int64());
    };
  }

  private static Value text(String text) {
    return new Value(text.getBytes(UTF_8).length, text, List.of());
  }

  private Value struct(TarsReader in, int offset, int depth) throws MalformedException {
    in.enter();
    return Value.of(fields(in, offset, depth));
  }

  private Value bytes(TarsReader in, int offset, int depth) throws MalformedException {
    ByteBuffer bytes = in.slice();
    int size = bytes.remaining();
    List<Field> inner = innerOrNone(bytes, offset + in.position() - size, depth + 1);
    return new Value(size, textOrNull(bytes), inner);
  }

  private List<Field> innerOrNone(ByteBuffer bytes, int offset, int depth) {
    if (depth > deepest) {
      return List.of();
    }
    try {
      return message(bytes, offset, depth);
    } catch (MalformedException notAMessage) {
      return List.of();
    }
  }

  private static @Nullable String textOrNull(ByteBuffer bytes) {
    try {
      String text = UTF_8.newDecoder().decode(bytes.duplicate()).toString();
      return text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)) ? text : null;
    } catch (CharacterCodingException notText) {
      return null;
    }
  }
}
