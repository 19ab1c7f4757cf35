package io.github.danmuhub.device.toy;

import io.github.danmuhub.device.protocol.Report;
import io.github.danmuhub.device.protocol.Report.Tick;
import java.util.List;

/** What a toy does about what it hears. Time is its tick in milliseconds. One thread. */
public interface Brain {
  /** It has booted, or is connected anew: {@code entropy} is never the same twice. */
  void connected(int entropy, long now);

  /** Its connection is gone. */
  void lost(long now);

  /** What it says to a line. */
  List<Report> hear(String line, long now);

  /** What it says of its own accord. */
  List<Report> advance(long now);

  /** How it stands. */
  Tick state(long now);
}
