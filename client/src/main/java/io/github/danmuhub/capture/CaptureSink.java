package io.github.danmuhub.capture;

/** Where a capture's entries go, as they are read. One thread. */
public interface CaptureSink {
  /** The next entry, in the order of the file. */
  void entry(CaptureEntry entry);

  /** Something could not be read, or a person should know it: a sentence. The rest is read. */
  void problem(String sentence);
}
