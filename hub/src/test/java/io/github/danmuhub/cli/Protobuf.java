package io.github.danmuhub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;

/** Python classes made from a {@code .proto}, as the tutorials have their readers do it. */
final class Protobuf {
  private Protobuf() {}

  /** Aborts the calling test where no compiler for them is installed. */
  static void generate(Path proto, Path into) throws InterruptedException {
    try {
      Process protoc =
          new ProcessBuilder(
                  "protoc", "--python_out=" + into, "-I" + proto.getParent(), proto.toString())
              .inheritIO()
              .start();
      assertThat(protoc.waitFor()).isZero();
    } catch (IOException absent) {
      abort("no protoc: see scripts/needs");
    }
  }
}
