package io.github.danmuhub.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of one TARS struct, by tag: walked through once, and read where they are asked for.
 *
 * <pre>{@code
 * TarsStruct in = TarsStruct.of(message);
 * String text = in.text(3);
 * long uid = in.struct(0).number(0);
 * }</pre>
 *
 * A field that is absent has the default of its type. Of two with one tag the last counts. Valid as
 * long as its message. Not thread-safe.
 */
public final class TarsStruct {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final TarsReader in;

  /** By tag: one more than where the field's head begins; 0 where there is none. */
  private int[] starts = {};

  private TarsStruct(TarsReader in) {
    this.in = in;
  }

  /** The fields of a whole message, whose position stays. */
  public static TarsStruct of(ByteBuffer message) throws MalformedException {
    return walked(new TarsReader(message));
  }

  /** The fields of the current field, a struct; the reader stands after it then. */
  public static TarsStruct of(TarsReader in) throws MalformedException {
    in.enter();
    return walked(in);
  }

  private static TarsStruct walked(TarsReader in) throws MalformedException {
    TarsStruct struct = new TarsStruct(in);
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      struct.put(tag, in.start());
      in.skip();
    }
    return struct;
  }

  private void put(int tag, int start) {
    if (tag >= starts.length) {
      starts = Arrays.copyOf(starts, tag + 1);
    }
    starts[tag] = start + 1;
  }

  /** Whether there is such a field. */
  public boolean has(int tag) {
    return tag < starts.length && starts[tag] != 0;
  }

  /** Whether there is such a field, and it is a text: some structs have an older layout. */
  public boolean isText(int tag) throws MalformedException {
    return read(tag, TarsReader::isText, false);
  }

  /** 0 where it is absent. */
  public long number(int tag) throws MalformedException {
    return read(tag, TarsReader::int64, 0L);
  }

  /** Empty where it is absent. */
  public String text(int tag) throws MalformedException {
    return read(tag, TarsReader::string, "");
  }

  /** A view, valid as long as the message; empty where it is absent. */
  public ByteBuffer bytes(int tag) throws MalformedException {
    return read(tag, TarsReader::slice, NOTHING);
  }

  /** Without fields where it is absent. */
  public TarsStruct struct(int tag) throws MalformedException {
    return read(tag, TarsStruct::of, new TarsStruct(in));
  }

  /** The elements of a list of structs; empty where it is absent. */
  public List<TarsStruct> structs(int tag) throws MalformedException {
    return read(tag, list -> list.list(TarsStruct::of), List.of());
  }

  /** The elements of a list of texts; empty where it is absent. */
  public List<String> texts(int tag) throws MalformedException {
    return read(tag, list -> list.list(TarsReader::string), List.of());
  }

  private <T> T read(int tag, TarsReader.Reading<T> reading, T otherwise)
      throws MalformedException {
    return has(tag) ? in.readAt(starts[tag] - 1, reading) : otherwise;
  }
}
