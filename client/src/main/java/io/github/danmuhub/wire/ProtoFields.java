package io.github.danmuhub.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A protobuf message whose fields are asked for by number, without generated code. What is absent
 * is zero or empty, as in proto3; of a field that comes twice the last one counts.
 *
 * <pre>{@code
 * long uid = message.int64(1);
 * Medal medal = message.message(9, Medal.NONE, inner -> new Medal(inner.string(2)));
 * }</pre>
 *
 * One pass over the message notes where its fields stand, so that what is not asked for is not
 * read. One reads any number of messages, one after the other. Not thread-safe.
 */
public final class ProtoFields {
  private final ProtoReader in;

  /** Of the message and of those around it: as deep as was read. */
  private final List<Places> levels = new ArrayList<>(2);

  private int depth;
  private Places places = new Places();

  /** Where the fields of one message stand. */
  private static final class Places {
    /** Fields of this number and above are looked for each time: a bit for each of the others. */
    static final int NOTED = Long.SIZE;

    private final int[] marks = new int[NOTED];
    private long present;
    private int start;

    void begin(int mark) {
      start = mark;
      present = 0;
    }

    void note(int field, int mark) {
      if (field < NOTED) {
        marks[field] = mark;
        present |= 1L << field;
      }
    }

    /** 0 where there is none. */
    int of(int field) {
      return (present >>> field & 1) == 0 ? 0 : marks[field];
    }
  }

  /**
   * Has no field until {@link #over}.
   *
   * @param cache where {@link #again} looks first
   */
  public ProtoFields(@Nullable ProtoCache cache) {
    in = new ProtoReader(cache);
    levels.add(places);
  }

  /** How a message is read; what throws is broken as a whole. */
  public interface Reading<T> {
    T read(ProtoFields message) throws MalformedException;
  }

  /** Begins anew, with another message, whose position stays. */
  public ProtoFields over(ByteBuffer message) throws MalformedException {
    in.over(message);
    depth = 0;
    note();
    return this;
  }

  private void note() throws MalformedException {
    if (depth == levels.size()) {
      levels.add(new Places());
    }
    places = levels.get(depth);
    places.begin(in.mark());
    for (int field = in.next(); field != 0; field = in.next()) {
      places.note(field, in.mark());
      in.skip();
    }
  }

  /** Goes to the last field of that number; false if there is none. */
  private boolean find(int field) throws MalformedException {
    int mark = field < Places.NOTED ? places.of(field) : search(field);
    if (mark != 0) {
      in.goTo(field, mark);
    }
    return mark != 0;
  }

  private int search(int field) throws MalformedException {
    int mark = 0;
    fromTheStart();
    while (in.seek(field)) {
      mark = in.mark();
      in.skip();
    }
    return mark;
  }

  /** Whether there is such a field; there is none of the number 0. */
  public boolean has(int field) throws MalformedException {
    return find(field);
  }

  public long int64(int field) throws MalformedException {
    return find(field) ? in.int64() : 0;
  }

  /** The low 32 bits of a varint. */
  public int int32(int field) throws MalformedException {
    return (int) int64(field);
  }

  public boolean bool(int field) throws MalformedException {
    return int64(field) != 0;
  }

  /** UTF-8; broken sequences become U+FFFD. */
  public String string(int field) throws MalformedException {
    return find(field) ? in.string() : "";
  }

  /** A {@link #string} that is likely to come again. */
  public String stringAgain(int field) throws MalformedException {
    return find(field) ? in.stringAgain() : "";
  }

  /** The first of a repeated {@link #string}. */
  public String firstString(int field) throws MalformedException {
    return has(field) && fromTheStart().seek(field) ? in.string() : "";
  }

  /** The numbers of a repeated field, as {@link ProtoReader#numbers} reads them. */
  public List<Long> numbers(int field) throws MalformedException {
    List<Long> numbers = new ArrayList<>();
    fromTheStart();
    while (in.seek(field)) {
      in.numbers(numbers);
    }
    return numbers;
  }

  /** The bytes without a copy: a view that is valid as long as the input is. */
  public ByteBuffer slice(int field) throws MalformedException {
    return find(field) ? in.slice() : ByteBuffer.allocate(0);
  }

  /**
   * The number in the message in a field, read no further than that: if there are two, the first.
   */
  public long int64(int field, int inner) throws MalformedException {
    if (!find(field)) {
      return 0;
    }
    int outer = in.enter();
    long number = in.seek(inner) ? in.int64() : 0;
    in.leave(outer);
    return number;
  }

  /** The message in a field. */
  public <T> T message(int field, T absent, Reading<T> reading) throws MalformedException {
    return find(field) ? enter(reading) : absent;
  }

  /**
   * The same, or what the same bytes were read as before if the cache still has it.
   *
   * @param reading a constant, since values are known by it
   */
  public <T> T again(int field, T absent, Reading<T> reading) throws MalformedException {
    if (!find(field)) {
      return absent;
    }
    int mark = in.mark();
    @SuppressWarnings("unchecked") // it was put there under the same reading
    T known = (T) in.known(reading);
    return known == null ? in.remember(reading, field, mark, enter(reading)) : known;
  }

  /** The messages in a repeated field, in order; more than so many are broken. */
  public <T> List<T> messages(int field, int most, Reading<T> reading) throws MalformedException {
    if (!has(field)) {
      return List.of();
    }
    List<T> messages = new ArrayList<>();
    fromTheStart();
    while (in.seek(field)) {
      if (messages.size() == most) {
        throw new MalformedException(
            "protobuf field %d comes more than %d times".formatted(field, most));
      }
      messages.add(enter(reading));
    }
    return messages;
  }

  private <T> T enter(Reading<T> reading) throws MalformedException {
    int outer = in.enter();
    depth++;
    note();
    T value = reading.read(this);
    depth--;
    places = levels.get(depth);
    in.leave(outer);
    return value;
  }

  private ProtoReader fromTheStart() {
    in.goTo(0, places.start);
    return in;
  }
}
