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
public final class ProtoReader extends ProtoCursor {
  /** More numbers of one repeated field are not read. */
  private static final int NUMBERS = 1_000;

  private static final Reading<String> STRING = ProtoReader::string;

  private final @Nullable ProtoCache cache;

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
    begin(message);
    return this;
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
          "protobuf field %d is a text of %d bytes".formatted(number(), at - from));
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
    int field = number();
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
}
