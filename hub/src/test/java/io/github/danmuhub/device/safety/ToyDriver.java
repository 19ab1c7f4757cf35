package io.github.danmuhub.device.safety;

import java.io.IOException;
import java.util.List;

/** A toy whose clock a test moves: ours, or the one in C++. Ten milliseconds are its step. */
interface ToyDriver extends AutoCloseable {
  long STEP_MS = 10;

  /** A fresh one, connected at 0. */
  void boot() throws IOException;

  /**
   * It is {@code now}; then this happens.
   *
   * @param what an order, {@code !connect}, {@code !lost} or nothing
   * @return what it says to it, without ticks of its own accord; last, its state as a tick
   */
  List<String> step(long now, String what) throws IOException;

  @Override
  void close() throws IOException;
}
