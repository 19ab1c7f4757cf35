package io.github.danmuhub.script;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Ids as numbers, for platforms that have no others. */
final class NumberIds {
  private static final String LONGEST = Long.toString(Long.MAX_VALUE);
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long SPAN = 900_000_000_000_000_000L;
  private static final long LOWEST = 100_000_000_000_000_000L;

  private NumberIds() {}

  /** The id itself, if it is a number above 0 of 63 bits, else one made of it (FNV-1a). */
  static String of(String id) {
    if (id.matches("[1-9][0-9]{0,17}") || isLong(id)) {
      return id;
    }
    long hash = OFFSET;
    for (byte b : id.getBytes(UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return Long.toString(LOWEST + Math.floorMod(hash, SPAN));
  }

  private static boolean isLong(String id) {
    return id.matches("[1-9][0-9]{18}") && id.compareTo(LONGEST) <= 0;
  }
}
