package io.github.danmuhub.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;

/** Ids as numbers, for platforms that have no others. */
final class NumberIds {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long SPAN = 900_000_000_000_000_000L;
  private static final long LOWEST = 100_000_000_000_000_000L;

  private NumberIds() {}

  /** The id itself, if it is a number of 64 bits but 0, else one made of it (FNV-1a). */
  static String of(String id) {
    if (isLong(id)) {
      return id;
    }
    long hash = OFFSET;
    for (byte b : id.getBytes(UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return Long.toString(LOWEST + Math.floorMod(hash, SPAN));
  }

  private static boolean isLong(String id) {
    return id.matches("-?[1-9][0-9]{0,18}") && new BigInteger(id).bitLength() < Long.SIZE;
  }
}
