package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * TARS (also JCE), Tencent's encoding of structs, read by tag: what is not asked for is skipped.
 * Big-endian; a field is a head (tag and type) and its value.
 *
 * <pre>{@code
 * for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
 *   switch (tag) {
 *     case 0 -> sender = Sender.read(in);   // in.enter(), and a loop like this one
 *     case 3 -> text = in.string();
 *     default -> in.skip();
 *   }
 * }
 * }</pre>
 *
 * A struct has no length, so a reader that threw cannot go on. Not thread-safe.
 *
 * <p>Source: the TARS project's description of its protocol (TarsCloud, tars.md), held against
 * {@code tars-core} by test.
 */
public final class TarsReader {
  /** No more fields: the message, or the struct that was entered last, is over. */
  public static final int END = -1;

  private static final int NESTING = 32;

  /** Elements of one list or map; more are refused. */
  private static final int ELEMENTS = Bounds.PACKETS_PER_FRAME;

  private final ByteBuffer in;
  private int start;
  private int tag;
  private int type;
  private int depth;

  /** How one element of a list is read; the reader stands on it as on a field. */
  public interface Reading<T> {
    T read(TarsReader in) throws MalformedException;
  }

  /** What is done with one element of a list. */
  public interface Handling {
    void handle(TarsReader in) throws MalformedException;
  }

  /** Reads the rest of {@code message}, whose position stays. */
  public TarsReader(ByteBuffer message) {
    in = message.slice();
  }

  public TarsReader(byte[] message) {
    this(ByteBuffer.wrap(message));
  }

  /** The tag of the next field, or {@link #END}. */
  public int next() throws MalformedException {
    if (depth == 0 && !in.hasRemaining()) {
      return END;
    }
    head();
    if (type != TarsType.STRUCT_END) {
      return tag;
    }
    if (depth == 0) {
      throw broken("a struct ends that never began");
    }
    depth--;
    return END;
  }

  /** Skips to the next field of that tag; false if there is none. */
  public boolean seek(int wanted) throws MalformedException {
    int at = next();
    while (at != END && at != wanted) {
      skip();
      at = next();
    }
    return at == wanted;
  }

  /** Reads the field whose head begins there, and comes back. */
  <T> T readAt(int head, Reading<T> reading) throws MalformedException {
    int back = in.position();
    int outerDepth = depth;
    in.position(head);
    depth = 0;
    head();
    T value = reading.read(this);
    in.position(back);
    depth = outerDepth;
    return value;
  }

  boolean isText() {
    return type == TarsType.SHORT_STRING || type == TarsType.LONG_STRING;
  }

  int tag() {
    return tag;
  }

  int type() {
    return type;
  }

  /** Where the current field's head began; only before its value is read. */
  int start() {
    return start;
  }

  /** How many bytes were read. */
  int position() {
    return in.position();
  }

  /** The bits of a float or a double. */
  long floatBits() throws MalformedException {
    return type == TarsType.FLOAT ? holding(Float.BYTES).getInt() : holding(Double.BYTES).getLong();
  }

  /** A number of any width, with its sign. */
  public long int64() throws MalformedException {
    return switch (type) {
      case TarsType.ZERO -> 0;
      case TarsType.INT_8 -> holding(Byte.BYTES).get();
      case TarsType.INT_16 -> holding(Short.BYTES).getShort();
      case TarsType.INT_32 -> holding(Integer.BYTES).getInt();
      case TarsType.INT_64 -> holding(Long.BYTES).getLong();
      default -> throw unexpected("a number");
    };
  }

  /** A number that must fit in 32 bits. */
  public int int32() throws MalformedException {
    long number = int64();
    if (number != (int) number) {
      throw new MalformedException(
          "TARS field %d is %d, which is beyond 32 bits".formatted(tag, number));
    }
    return (int) number;
  }

  /** UTF-8; broken sequences become U+FFFD. */
  public String string() throws MalformedException {
    int length = stringLength();
    if (length > Bounds.STRING) {
      throw new MalformedException("TARS field %d is a text of %d bytes".formatted(tag, length));
    }
    byte[] text = new byte[length];
    in.get(text);
    return new String(text, UTF_8);
  }

  /** The current field's bytes without a copy: a view that is valid as long as the input is. */
  public ByteBuffer slice() throws MalformedException {
    int length = bytesLength();
    ByteBuffer slice = in.slice(in.position(), length);
    advance(length);
    return slice;
  }

  /** Descends into the current field, a struct: {@link #next} says {@link #END} once at its end. */
  public void enter() throws MalformedException {
    if (type != TarsType.STRUCT) {
      throw unexpected("a struct");
    }
    descend();
  }

  /** The elements of the current field, a list. */
  public <T> List<T> list(Reading<T> element) throws MalformedException {
    List<T> list = new ArrayList<>();
    each(in -> list.add(element.read(in)));
    return list;
  }

  /** Hands on the elements of the current field, a list, one by one. */
  public void each(Handling element) throws MalformedException {
    if (type != TarsType.LIST) {
      throw unexpected("a list");
    }
    elements(count(), element);
  }

  /** The current field, a map: its keys and values in turn. */
  public <T> List<T> map(Reading<T> keyOrValue) throws MalformedException {
    if (type != TarsType.MAP) {
      throw unexpected("a map");
    }
    List<T> list = new ArrayList<>();
    elements(2 * count(), in -> list.add(keyOrValue.read(in)));
    return list;
  }

  /** Skips the current field. */
  public void skip() throws MalformedException {
    switch (type) {
      case TarsType.FLOAT, TarsType.DOUBLE -> floatBits();
      case TarsType.SHORT_STRING, TarsType.LONG_STRING -> advance(stringLength());
      case TarsType.MAP -> elements(2 * count(), TarsReader::skip);
      case TarsType.LIST -> elements(count(), TarsReader::skip);
      case TarsType.STRUCT -> skipStruct();
      case TarsType.BYTES -> advance(bytesLength());
      default -> int64();
    }
  }

  private void skipStruct() throws MalformedException {
    enter();
    while (next() != END) {
      skip();
    }
  }

  private void elements(int count, Handling element) throws MalformedException {
    descend();
    for (int i = 0; i < count; i++) {
      element();
      element.handle(this);
    }
    depth--;
  }

  private void element() throws MalformedException {
    head();
    if (type == TarsType.STRUCT_END) {
      throw broken("a struct ends inside a list");
    }
  }

  private void head() throws MalformedException {
    start = in.position();
    int head = unsigned();
    type = head & 0xf;
    tag = head >>> 4;
    if (tag == TarsType.LONG_TAG) {
      tag = unsigned();
    }
    if (type > TarsType.BYTES) {
      throw broken("field %d has type %d".formatted(tag, type));
    }
  }

  private int stringLength() throws MalformedException {
    return switch (type) {
      case TarsType.SHORT_STRING -> within(unsigned());
      case TarsType.LONG_STRING -> within(holding(Integer.BYTES).getInt());
      default -> throw unexpected("a text");
    };
  }

  private int bytesLength() throws MalformedException {
    if (type != TarsType.BYTES) {
      throw unexpected("bytes");
    }
    int outer = tag;
    head();
    tag = outer;
    if (type != TarsType.INT_8) {
      throw broken("field %d is a simple list of something else than bytes".formatted(tag));
    }
    return length();
  }

  private int count() throws MalformedException {
    int count = length();
    if (count > ELEMENTS) {
      throw new MalformedException("TARS field %d has %d elements".formatted(tag, count));
    }
    return count;
  }

  /** A length or a count: a number with a head of its own. */
  private int length() throws MalformedException {
    int outer = tag;
    head();
    int length = int32();
    tag = outer;
    return within(length);
  }

  /** An element has a byte at least, so no count can be above what is left either. */
  private int within(int length) throws MalformedException {
    if (length < 0 || length > in.remaining()) {
      throw beyond();
    }
    return length;
  }

  private void descend() throws MalformedException {
    if (depth == NESTING) {
      throw new MalformedException("TARS is nested deeper than " + NESTING);
    }
    depth++;
  }

  private int unsigned() throws MalformedException {
    return holding(Byte.BYTES).get() & 0xff;
  }

  private void advance(int length) {
    in.position(in.position() + length);
  }

  /** The input, which holds that much more. */
  private ByteBuffer holding(int length) throws MalformedException {
    if (length > in.remaining()) {
      throw beyond();
    }
    return in;
  }

  private MalformedException unexpected(String wanted) {
    return new MalformedException(
        "TARS field %d has type %d where %s should be".formatted(tag, type, wanted));
  }

  private MalformedException beyond() {
    return broken("field " + tag + " points beyond its message");
  }

  private static MalformedException broken(String why) {
    return new MalformedException("TARS is broken: " + why);
  }
}
