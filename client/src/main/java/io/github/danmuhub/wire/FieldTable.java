package io.github.danmuhub.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Which fields of a JSON object are read, and how. What it does not name is passed over as bytes,
 * at a third of what reading it would cost: platforms tell some twenty things of every viewer, of
 * which three are wanted. Immutable; each kind of object has one, made once.
 *
 * <pre>{@code
 * FieldTable<Person> BASE = FieldTable.<Person>empty()
 *     .with("name", (person, in) -> person.name = in.words())
 *     .with("face", (person, in) -> person.avatar = in.words());
 * in.fields(person, BASE);
 * }</pre>
 *
 * @param <T> who is filled
 */
public final class FieldTable<T> {
  private final Map<String, Reading<T>> readings;
  private final FieldNames names;

  /**
   * How one field is read, with the cursor at its value.
   *
   * @param <T> who is filled
   */
  public interface Reading<T> {
    void read(T filled, JsonCursor in) throws IOException;
  }

  private FieldTable(Map<String, Reading<T>> readings) {
    this.readings = readings;
    names = new FieldNames(readings.keySet());
  }

  public static <T> FieldTable<T> empty() {
    return new FieldTable<>(Map.of());
  }

  /** This one with another field. */
  public FieldTable<T> with(String name, Reading<T> reading) {
    Map<String, Reading<T>> more = new HashMap<>(readings);
    if (more.put(name, reading) != null) {
      throw new IllegalArgumentException(name + " is there already");
    }
    return new FieldTable<>(more);
  }

  /** This one with all fields of another, which fill a part of what this one fills. */
  public <P> FieldTable<T> with(FieldTable<P> table, Function<T, P> part) {
    FieldTable<T> all = this;
    for (Map.Entry<String, Reading<P>> field : table.readings.entrySet()) {
      Reading<P> reading = field.getValue();
      all = all.with(field.getKey(), (filled, in) -> reading.read(part.apply(filled), in));
    }
    return all;
  }

  /** Reads the field that the cursor is at, if it is one of these. */
  public void read(String name, T filled, JsonCursor in) throws IOException {
    Reading<T> reading = readings.get(name);
    if (reading != null) {
      reading.read(filled, in);
    }
  }

  /** Of which fields. */
  FieldNames names() {
    return names;
  }
}
