package io.github.danmuhub.inspect.proto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.danmuhub.platform.dissect.ProtoLayers;
import io.github.danmuhub.wire.MalformedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema from anybody, and a message that may not fit it. */
@Tag("load")
class ProtoFileFuzzTest {
  private static final String FILE =
      "package p; message A { B b = 1; map<string, int32> m = 2; oneof o { E e = 3; } enum E { X ="
          + " 0; } message B { repeated sint64 s = 1; } }";

  static Stream<byte[]> files() {
    return Stream.of(FILE.getBytes(UTF_8));
  }

  @MethodSource("files")
  @FuzzTest
  void anyFileIsReadOrRefusedInWords(byte[] file) {
    try {
      NamedLayers names = new NamedLayers(ProtoFile.parse(new String(file, UTF_8)), null);
      assertThat(names.named(List.of(ProtoLayers.of("x", ByteBuffer.wrap(file))))).hasSize(1);
    } catch (MalformedException e) {
      assertThat(e.why()).startsWith("line ");
    }
  }

  static Stream<byte[]> messages() {
    return Stream.of(new byte[] {8, 1}, new byte[] {10, 2, 8, 3, 24, 0});
  }

  @MethodSource("messages")
  @FuzzTest
  void anyMessageIsGivenItsNames(byte[] message) throws MalformedException {
    for (String name : new String[] {"A", "p.A.B"}) {
      NamedLayers names = new NamedLayers(ProtoFile.parse(FILE), name);
      assertThat(names.named(List.of(ProtoLayers.of("x", ByteBuffer.wrap(message))))).hasSize(1);
    }
  }
}
