package io.github.danmuhub.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which elements of a JSON array are read, and how, by their index from 0: as {@link FieldTable}
 * for objects. Immutable.
 *
 * @param <T> who is filled
 */
public final class ElementTable<T> {
  private final @Nullable FieldTable.Reading<T>[] readings;

  private ElementTable(@Nullable FieldTable.Reading<T>[] readings) {
    this.readings = readings;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  public static <T> ElementTable<T> empty() {
    return new ElementTable<>(new FieldTable.Reading[0]);
  }

  /** This one with another element. */
  public ElementTable<T> with(int index, FieldTable.Reading<T> reading) {
    @Nullable FieldTable.Reading<T>[] more =
        Arrays.copyOf(readings, Math.max(readings.length, index + 1));
    more[index] = reading;
    return new ElementTable<>(more);
  }

  /** Null for an element that is not read. */
  FieldTable.@Nullable Reading<T> reading(int index) {
    return index < readings.length ? readings[index] : null;
  }
}
