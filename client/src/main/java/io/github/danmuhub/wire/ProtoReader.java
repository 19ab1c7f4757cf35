package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Protobuf read by field number, without generated code: what is not asked for is skipped.
 *
 * <pre>{@code
 * for (int field = in.next(); field != 0; field = in.next()) {
 *   switch (field) {
 *     case 1 -> uid = in.int64();
 *     case 9 -> { int outer = in.enter(); medal = readMedal(in); in.leave(outer); }
 *     default -> in.skip();
 *   }
 * }
 * }</pre>
 *
 * Reads the array itself, since a frame has hundreds of fields and a copy or a view of each would
 * cost more than reading it. Not thread-safe.
 */
public final class ProtoReader {
  private static final int NESTING = 32;

  /** More numbers of one repeated field are not read. */
  private static final int NUMBERS = 1_000;

  static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  static final int BYTES = 2;
  private static final int GROUP = 3;
  private static final int GROUP_END = 4;
  private static final int FIXED_32 = 5;

  private static final Reading<String> STRING = ProtoReader::string;

  private final @Nullable ProtoCache cache;
  private byte[] bytes = {};
  private int at;
  private int start;
  private int end;
  private int tag;
  private int depth;

  /** Reads the rest of {@code message}, whose position stays; copied only if it has no array. */
  public ProtoReader(ByteBuffer message) {
    this(message, null);
  }

  public ProtoReader(byte[] message) {
    this(ByteBuffer.wrap(message));
  }

  public ProtoReader(ByteBuffer message, @Nullable ProtoCache cache) {
    this(cache);
    over(message);
  }

  /**
   * Reads nothing until {@link #over}.
   *
   * @param cache where {@link #again} looks first
   */
  public ProtoReader(@Nullable ProtoCache cache) {
    this.cache = cache;
  }

  /** Begins anew, with another message, so that one reader serves all messages of a room. */
  public ProtoReader over(ByteBuffer message) {
    if (message.hasArray()) {
      bytes = message.array();
      at = message.arrayOffset() + message.position();
    } else {
      bytes = new byte[message.remaining()];
      message.duplicate().get(bytes);
      at = 0;
    }
    end = at + message.remaining();
    depth = 0;
    return this;
  }

  /** The number of the next field, or 0 at the end of the message. */
  public int next() throws MalformedException {
    if (at == end) {
      tag = 0;
      return 0;
    }
    tag = (int) varint();
    int field = tag >>> 3;
    if (field == 0) {
      throw broken("field number 0");
    }
    return field;
  }

  /**
   * The wire type of the current field: 0 varint, 1 fixed 64, 2 bytes, 3 and 4 group, 5 fixed 32.
   */
  public int wireType() {
    return tag & 7;
  }

  public long int64() throws MalformedException {
    expect(VARINT);
    return varint();
  }

  /** The low 32 bits of a varint. */
  public int int32() throws MalformedException {
    return (int) int64();
  }

  public boolean bool() throws MalformedException {
    return int64() != 0;
  }

  /** UTF-8; broken sequences become U+FFFD. */
  public String string() throws MalformedException {
    int from = take();
    if (at - from > Bounds.STRING) {
      throw new MalformedException(
          "protobuf field %d is a text of %d bytes".formatted(tag >>> 3, at - from));
    }
    return at == from ? "" : new String(bytes, from, at - from, UTF_8);
  }

  /** A {@link #string} that is likely to come again. */
  public String stringAgain() throws MalformedException {
    return again(STRING);
  }

  /** How a field of bytes is read: the same bytes always become the same immutable value. */
  public interface Reading<T> {
    T read(ProtoReader in) throws MalformedException;
  }

  /**
   * The current field, or what the same bytes were read as before if the cache still has it.
   *
   * @param reading a constant, since values are known by it
   */
  public <T> T again(Reading<T> reading) throws MalformedException {
    int field = tag >>> 3;
    int mark = mark();
    @SuppressWarnings("unchecked") // it was put there under the same reading
    T known = (T) known(reading);
    return known == null ? remember(reading, field, mark, reading.read(this)) : known;
  }

  /** What the current field was read as before; null, and still there, where that is not known. */
  @Nullable Object known(Object reading) throws MalformedException {
    if (cache == null) {
      return null;
    }
    int field = at;
    int from = take();
    Object known = cache.get(reading, bytes, from, at);
    at = known == null ? field : at;
    return known;
  }

  /** Keeps what the field that was marked was read as, and goes behind it. */
  <T> T remember(Object reading, int field, int mark, T value) throws MalformedException {
    goTo(field, mark);
    int from = take();
    if (cache != null) {
      cache.put(reading, bytes, from, at, value);
    }
    return value;
  }

  public byte[] bytes() throws MalformedException {
    int from = take();
    return Arrays.copyOfRange(bytes, from, at);
  }

  /** The current field's bytes without a copy: a view that is valid as long as the input is. */
  public ByteBuffer slice() throws MalformedException {
    int from = take();
    return ByteBuffer.wrap(bytes, from, at - from);
  }

  /**
   * Appends the numbers of the current field, a repeated one, packed or not; beyond {@value
   * #NUMBERS} in all they are left out.
   */
  public void numbers(List<Long> numbers) throws MalformedException {
    if (wireType() == VARINT) {
      append(numbers);
      return;
    }
    int outer = enter();
    while (at < end && numbers.size() < NUMBERS) {
      append(numbers);
    }
    leave(outer);
  }

  private void append(List<Long> numbers) throws MalformedException {
    long number = varint();
    if (numbers.size() < NUMBERS) {
      numbers.add(number);
    }
  }

  /** The number in field {@code wanted} of the current field's message, or 0. */
  public long innerNumber(int wanted) throws MalformedException {
    long number = 0;
    int outer = enter();
    while (seek(wanted)) {
      number = int64();
    }
    leave(outer);
    return number;
  }

  /** The string in field {@code wanted} of the current field's message, or "". */
  public String innerString(int wanted) throws MalformedException {
    String string = "";
    int outer = enter();
    while (seek(wanted)) {
      string = string();
    }
    leave(outer);
    return string;
  }

  /** Where the current field's value begins, and its wire type: see {@link #goTo}. */
  int mark() {
    return at << 3 | wireType();
  }

  /** Goes back to a field of the message that is being read. */
  void goTo(int field, int mark) {
    at = mark >>> 3;
    tag = field << 3 | (mark & 7);
  }

  /** Skips to the next field of that number; false if there is none. */
  boolean seek(int wanted) throws MalformedException {
    int field = next();
    while (field != 0 && field != wanted) {
      skip();
      field = next();
    }
    return field != 0;
  }

  /** How the field of that number is read. */
  public interface Field {
    void read(int number, ProtoReader in) throws MalformedException;
  }

  /** Reads each field to the end of the message; what is not wanted of them must be skipped. */
  public void fields(Field reading) throws MalformedException {
    for (int field = next(); field != 0; field = next()) {
      reading.read(field, this);
    }
  }

  /** Reads each field of the message that the current field holds, as {@link #fields}. */
  public void message(Field reading) throws MalformedException {
    int outer = enter();
    fields(reading);
    leave(outer);
  }

  /** Descends into the message of the current field; {@link #next} is 0 at its end. */
  public int enter() throws MalformedException {
    expect(BYTES);
    descend();
    int length = length();
    int outer = end;
    start = at;
    end = at + length;
    return outer;
  }

  /**
   * The whole of the message that was entered last, as a {@link #slice}, to be told where broken.
   */
  public ByteBuffer entered() {
    return ByteBuffer.wrap(bytes, start, end - start);
  }

  /** Skips what is left of the message that {@link #enter} descended into, broken or not. */
  public void leave(int outer) {
    at = end;
    end = outer;
    depth--;
  }

  /** Skips the current field. */
  public void skip() throws MalformedException {
    switch (wireType()) {
      case VARINT -> skipVarint();
      case FIXED_64 -> advance(Long.BYTES);
      case BYTES -> advance(length());
      case GROUP -> skipGroup();
      case GROUP_END -> throw new MalformedException("protobuf ends a group that it never began");
      case FIXED_32 -> advance(Integer.BYTES);
      default -> throw broken("wire type " + wireType());
    }
  }

  private void skipGroup() throws MalformedException {
    int ending = tag - GROUP + GROUP_END;
    descend();
    try {
      while (next() != 0 && wireType() != GROUP_END) {
        skip();
      }
    } finally {
      depth--;
    }
    if (tag != ending) {
      throw broken("a group does not end");
    }
  }

  private void descend() throws MalformedException {
    if (depth == NESTING) {
      throw new MalformedException("protobuf is nested deeper than " + NESTING);
    }
    depth++;
  }

  /** Where the current field's bytes begin; they end where we are then. */
  private int take() throws MalformedException {
    expect(BYTES);
    int length = length();
    int from = at;
    at += length;
    return from;
  }

  private int length() throws MalformedException {
    int length = (int) varint();
    if (length < 0 || length > end - at) {
      throw beyond();
    }
    return length;
  }

  private void advance(int n) throws MalformedException {
    if (n > end - at) {
      throw beyond();
    }
    at += n;
  }

  private long varint() throws MalformedException {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    int from = at;
    skipVarint();
    return Varint.read(bytes, from, at);
  }

  private void skipVarint() throws MalformedException {
    at = Varint.behind(bytes, at, end);
  }

  private void expect(int type) throws MalformedException {
    if (wireType() != type) {
      throw new MalformedException(
          "protobuf field %d has wire type %d instead of %d"
              .formatted(tag >>> 3, wireType(), type));
    }
  }

  private MalformedException beyond() {
    return broken("field " + (tag >>> 3) + " points beyond its message");
  }

  private static MalformedException broken(String why) {
    return new MalformedException("protobuf is broken: " + why);
  }
}
