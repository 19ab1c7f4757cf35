package io.github.danmuhub.wire;

/**
 * How a long JSON string is read of which little is wanted: where it lies in its message, if that
 * can be, else when it is decoded. Both say the same.
 */
public interface StringReading<T> {
  /** The string from its first character; the message ends at {@code end}. */
  Raw<T> raw(byte[] json, int from, int end);

  /** The string as it was decoded. */
  T decoded(char[] text, int offset, int length);

  /** A string that is read where it lies. */
  interface Raw<T> {
    /** Whether it is as usual, and was read to its end. */
    boolean scan();

    /** What follows its closing quote, after a {@link #scan} that was true. */
    int after();

    /** What was wanted of it, after a {@link #scan} that was true. */
    T found();
  }
}
