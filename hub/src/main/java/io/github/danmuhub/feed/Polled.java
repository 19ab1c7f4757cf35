package io.github.danmuhub.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.feed.decode.JsonText;
import io.github.danmuhub.feed.spec.Source;
import io.github.danmuhub.wire.MalformedException;

/** What the next poll needs of the last one's answer. */
final class Polled {
  private Polled() {}

  /** Where the answer does not say it, it stays what it was. */
  static void take(Source.Poll poll, byte[] body, Values values) {
    try {
      JsonNode answer = JsonText.read(body);
      poll.request()
          .take()
          .forEach((name, path) -> path.text(answer).ifPresent(v -> values.put(name, v)));
    } catch (MalformedException told) {
      // the chain has told it
    }
  }
}
