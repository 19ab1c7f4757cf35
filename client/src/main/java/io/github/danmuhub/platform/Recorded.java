package io.github.danmuhub.platform;

/** What a capture has of a platform's words: a frame, or the answer to a poll. */
public sealed interface Recorded permits RecordedFrame, RecordedAnswer {
  /** Epoch milliseconds; 0 where the capture has none. */
  long time();
}
