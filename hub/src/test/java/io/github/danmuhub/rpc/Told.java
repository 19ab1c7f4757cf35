package io.github.danmuhub.rpc;

import io.github.danmuhub.app.PartStatus;
import io.github.danmuhub.text.Phrase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps how a part says that it is doing. */
public final class Told implements PartStatus {
  /** {@code failing: …} and {@code working: …}, in order. */
  public final List<String> said = new CopyOnWriteArrayList<>();

  @Override
  public void failing(Phrase why) {
    said.add("failing: " + why);
  }

  @Override
  public void working(Phrase words) {
    said.add("working: " + words);
  }
}
