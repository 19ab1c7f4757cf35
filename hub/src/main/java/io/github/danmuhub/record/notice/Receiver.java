package io.github.danmuhub.record.notice;

import io.github.danmuhub.text.Phrase;
import java.time.Duration;

/** Who is told; answers come in time, or are none. */
interface Receiver {
  /** Blocks for at most some seconds. */
  Answer tell(NoticeForm.Message message);

  /**
   * What came back.
   *
   * @param status of HTTP; 0 where nobody answered
   * @param retryAfter what a receiver that is busy asks for; zero where it does not
   * @param words for people, without the address
   */
  record Answer(int status, Duration retryAfter, Phrase words) {
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    boolean isHeard() {
      return status >= OK && status < NOT_OK;
    }
  }
}
