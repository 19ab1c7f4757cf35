package io.github.danmuhub.testing;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a fuzzer begins with, made by our own code.
 *
 * <p>The fuzzer's agent comes with the first input, and a class that was loaded before is reloaded
 * for it. JDK 17 and 21 break a record in this where a component has a type annotation
 * (JDK-8376185): its static fields are then no longer found. So the first input is empty, and no
 * other is made before that has been tried.
 */
public final class Seeds {
  private Seeds() {}

  public static Stream<byte[]> of(Supplier<Stream<byte[]>> made) {
    return Stream.concat(Stream.of(new byte[0]), Stream.of(made).flatMap(Supplier::get));
  }
}
