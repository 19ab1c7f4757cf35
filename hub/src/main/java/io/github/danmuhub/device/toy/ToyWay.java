package io.github.danmuhub.device.toy;

import io.github.danmuhub.text.Phrase;

/** How a toy hears orders and says reports. Called by the toy's thread. */
public interface ToyWay extends AutoCloseable {
  /** What comes of it; any thread. */
  interface Ears {
    void connected();

    void order(String line);

    void lost(Phrase why);
  }

  /** Opens it where it is not, and is not about to be. */
  void advance(long ticks);

  void say(String report);

  @Override
  void close();
}
