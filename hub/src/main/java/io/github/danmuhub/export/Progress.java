package io.github.danmuhub.export;

/** Told now and then how far a long work has come. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (done, total) -> {};

  /** Bytes of the recording's files: read so far, and in all. */
  void at(long done, long total);
}
