package io.github.danmuhub.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random structs that know no encoding: what the writer and the reader are held against. */
final class RandomTars {
  private static final int LAST_TAG = 255;
  private static final int DEPTH = 4;

  /**
   * Fields by tag: Long, String, ByteBuffer, Struct, List, Entry; Float and Double where asked for.
   */
  record Struct(SortedMap<Integer, Object> fields) {}

  /** A map with one entry. */
  record Entry(Object key, Object value) {}

  private RandomTars() {}

  static Arbitrary<Struct> structs() {
    return structs(DEPTH, leaves());
  }

  static Arbitrary<Struct> structsWithFloats() {
    return structs(DEPTH, Arbitraries.oneOf(leaves(), Arbitraries.floats(), Arbitraries.doubles()));
  }

  private static Arbitrary<Struct> structs(int depth, Arbitrary<Object> leaves) {
    return Arbitraries.maps(Arbitraries.integers().between(0, LAST_TAG), values(depth, leaves))
        .ofMaxSize(8)
        .map(fields -> new Struct(new TreeMap<>(fields)));
  }

  private static Arbitrary<Object> values(int depth, Arbitrary<Object> leaves) {
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Object> inner = values(depth - 1, leaves);
    return Arbitraries.frequencyOf(
        Tuple.of(6, leaves),
        Tuple.of(1, structs(depth - 1, leaves).map(struct -> struct)),
        Tuple.of(1, inner.list().ofMaxSize(3).map(List::copyOf)),
        Tuple.of(1, inner.tuple2().map(t -> new Entry(t.get1(), t.get2()))));
  }

  private static Arbitrary<Object> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(-40_000, 40_000),
        Arbitraries.strings().ofMaxLength(300).map(RandomTars::wellFormed),
        Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(ByteBuffer::wrap));
  }

  /** UTF-8 has no lone surrogates. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }
}
