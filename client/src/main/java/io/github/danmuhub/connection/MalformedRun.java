package io.github.danmuhub.connection;

/**
 * Frames in a row that held something broken and nothing good. One broken message between good ones
 * is no reason to leave; ten frames of nothing else are. One thread.
 */
final class MalformedRun {
  private boolean good;
  private boolean bad;
  private int frames;

  /** A frame begins: what was good or bad before it is not its own. */
  void frame() {
    good = false;
    bad = false;
  }

  void good() {
    good = true;
  }

  void bad() {
    bad = true;
  }

  /** Ends the frame; how many malformed ones in a row there are now. */
  int endOfFrame() {
    if (good) {
      frames = 0;
    } else if (bad) {
      frames++;
    }
    return frames;
  }

  void reset() {
    frames = 0;
  }
}
