package io.github.danmuhub.wire;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.nio.ByteBuffer;

/** Bounded brotli: native where the machine has it, pure Java where not. */
interface Brotli {
  /** Appends what {@code in} inflates to, measured as it inflates. */
  void decompress(ByteBuffer in, BoundedOutput out) throws MalformedException;

  static boolean isNative() {
    return Brotli4jLoader.isAvailable();
  }

  static Brotli fastest() {
    return isNative() ? new NativeBrotli() : new JavaBrotli();
  }
}
