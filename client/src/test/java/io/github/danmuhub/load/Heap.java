package io.github.danmuhub.load;

import java.lang.management.ManagementFactory;

/** What is still held after a collection. */
final class Heap {
  private static final int COLLECTIONS = 4;

  private Heap() {}

  /** Bytes in use after several full collections: what needs two rounds to die is dead too. */
  static long held() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
