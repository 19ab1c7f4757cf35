package io.github.danmuhub.capture;

import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;

/** A capture that can be read from its beginning, again and again, without holding it in memory. */
public interface CaptureSource {
  /** What it is, in words: {@code capture}, {@code HAR}, {@code pcap} … */
  String what();

  /**
   * Reads it to its end; the same entries each time.
   *
   * @throws MalformedException in words, if it is nothing of the kind
   */
  void read(CaptureSink sink) throws IOException, MalformedException;
}
