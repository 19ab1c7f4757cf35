package io.github.danmuhub.record;

/** Told now and then how far a long work has come. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (done, total) -> {};

  /** Bytes of the files that are read: so far, and in all. */
  void at(long done, long total);
}
