package io.github.danmuhub.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.qq.tars.protocol.tars.TarsInputStream;
import com.qq.tars.protocol.tars.TarsOutputStream;
import com.qq.tars.protocol.tars.TarsStructBase;
import io.github.danmuhub.wire.RandomTars.Entry;
import io.github.danmuhub.wire.RandomTars.Struct;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Our TARS against Tencent's own, {@code tars-core}, on random structs. */
class TarsOracleTest {

  @Provide
  Arbitrary<Struct> structs() {
    return RandomTars.structs();
  }

  @Provide
  Arbitrary<Struct> structsWithFloats() {
    return RandomTars.structsWithFloats();
  }

  @Property(tries = 200)
  void ourBytesAreTencents(@ForAll("structs") Struct struct) {
    assertThat(ours(struct)).isEqualTo(tencents(struct));
  }

  @Property(tries = 200)
  void whatWeWriteWeRead(@ForAll("structs") Struct struct) throws MalformedException {
    assertThat(fields(new TarsReader(ours(struct)))).isEqualTo(struct);
  }

  @Property(tries = 200)
  void whatTencentWritesWeReadAndSkip(@ForAll("structsWithFloats") Struct struct)
      throws MalformedException {
    byte[] bytes = tencents(struct);
    assertThat(fields(new TarsReader(bytes))).isEqualTo(struct);
    assertThat(skipped(new TarsReader(bytes))).isEqualTo(struct.fields().size());
  }

  static byte[] ours(Struct struct) {
    TarsWriter out = new TarsWriter();
    struct.fields().forEach((tag, value) -> write(out, tag, value));
    return out.toBytes();
  }

  private static void write(TarsWriter out, int tag, Object value) {
    if (value instanceof Long number) {
      out.number(tag, number);
    } else if (value instanceof String text) {
      out.string(tag, text);
    } else if (value instanceof ByteBuffer bytes) {
      out.bytes(tag, array(bytes));
    } else if (value instanceof Struct inner) {
      out.struct(tag, fields -> inner.fields().forEach((t, each) -> write(fields, t, each)));
    } else if (value instanceof List<?> elements) {
      out.list(tag, elements, (to, each) -> write(to, 0, each));
    } else if (value instanceof Entry entry) {
      out.entry(tag, to -> writeEntry(to, entry));
    } else {
      throw new AssertionError(value);
    }
  }

  private static void writeEntry(TarsWriter out, Entry entry) {
    write(out, 0, entry.key());
    write(out, 1, entry.value());
  }

  private static byte[] tencents(Struct struct) {
    TarsOutputStream out = new TarsOutputStream();
    out.setServerEncoding("UTF-8");
    struct.fields().forEach((tag, value) -> out.write(tencent(value), tag));
    return out.toByteArray();
  }

  private static Object tencent(Object value) {
    if (value instanceof ByteBuffer bytes) {
      return array(bytes);
    } else if (value instanceof Struct struct) {
      return new TencentStruct(struct);
    } else if (value instanceof List<?> elements) {
      return elements.stream().map(TarsOracleTest::tencent).toList();
    } else if (value instanceof Entry entry) {
      return Map.of(tencent(entry.key()), tencent(entry.value()));
    }
    return value;
  }

  private static byte[] array(ByteBuffer bytes) {
    byte[] array = new byte[bytes.remaining()];
    bytes.duplicate().get(array);
    return array;
  }

  private static final class TencentStruct extends TarsStructBase {
    private static final long serialVersionUID = 1L;

    private final transient Struct struct;

    TencentStruct(Struct struct) {
      this.struct = struct;
    }

    @Override
    public void writeTo(TarsOutputStream out) {
      struct.fields().forEach((tag, value) -> out.write(tencent(value), tag));
    }

    @Override
    public void readFrom(TarsInputStream in) {
      throw new UnsupportedOperationException();
    }
  }

  private static Struct fields(TarsReader in) throws MalformedException {
    TreeMap<Integer, Object> fields = new TreeMap<>();
    for (int tag = in.next(); tag != TarsReader.END; tag = in.next()) {
      fields.put(tag, value(in));
    }
    return new Struct(fields);
  }

  private static Object value(TarsReader in) throws MalformedException {
    return switch (in.type()) {
      case TarsType.FLOAT -> Float.intBitsToFloat((int) in.floatBits());
      case TarsType.DOUBLE -> Double.longBitsToDouble(in.floatBits());
      case TarsType.SHORT_STRING, TarsType.LONG_STRING -> in.string();
      case TarsType.MAP -> entry(in.map(TarsOracleTest::value));
      case TarsType.LIST -> in.list(TarsOracleTest::value);
      case TarsType.STRUCT -> struct(in);
      case TarsType.BYTES -> in.slice();
      default -> in.int64();
    };
  }

  private static Entry entry(List<Object> keyAndValue) {
    return new Entry(keyAndValue.get(0), keyAndValue.get(1));
  }

  private static Struct struct(TarsReader in) throws MalformedException {
    in.enter();
    return fields(in);
  }

  private static int skipped(TarsReader in) throws MalformedException {
    int fields = 0;
    while (in.next() != TarsReader.END) {
      in.skip();
      fields++;
    }
    return fields;
  }
}
