package io.github.danmuhub.app;

import io.github.danmuhub.text.Phrase;

/** How a part is doing, as the part itself says. Any thread; never blocks. */
public interface PartStatus {
  /** It fails from now on; {@code why} is one line for a person. */
  void failing(Phrase why);

  /** It works again; {@code words} is one line for a person: what was lost meanwhile. */
  void working(Phrase words);
}
