package io.github.danmuhub.kafka.sink;

import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.text.Phrase;

/** Whether the cluster takes what it is sent; each change is told once. Any thread. */
final class Outage {
  private final PartStatus status;
  private boolean lasts;

  Outage(PartStatus status) {
    this.status = status;
  }

  synchronized void begins(Phrase why) {
    if (!lasts) {
      status.failing(why);
    }
    lasts = true;
  }

  synchronized void ends() {
    if (lasts) {
      status.working(Phrase.of("kafka.works"));
    }
    lasts = false;
  }
}
