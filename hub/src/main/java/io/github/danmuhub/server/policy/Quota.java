package io.github.danmuhub.server.policy;

/** Bytes of memory that many clients share: taken, and given back. On the loop only. */
public final class Quota {
  private final long most;
  private long taken;

  /** Nothing is taken yet. */
  public Quota(long most) {
    this.most = most;
  }

  /** Takes so much, where it is there; else nothing. */
  public boolean take(long bytes) {
    boolean there = bytes <= most - taken;
    if (there) {
      taken += bytes;
    }
    return there;
  }

  /** Gives back what was taken. */
  public void free(long bytes) {
    taken -= bytes;
  }

  /** How much is taken. */
  public long taken() {
    return taken;
  }
}
