package io.github.danmuhub.platform;

/**
 * What a platform tolerates from one address and one account; courtesy keeps to it. Immutable.
 *
 * @param connects how many attempts to reach it are made ...
 * @param withinMs ... within this many milliseconds; they are spread evenly
 * @param roomsAnAddress rooms that are open at a time by one way out; 0 = no limit is known
 * @param roomsAnAccount rooms that are open at a time with one account; 0 = no limit is known
 */
public record Limits(int connects, long withinMs, int roomsAnAddress, int roomsAnAccount) {
  /** Ten attempts a second, and as many rooms as one likes: where nothing is known. */
  public static final Limits UNKNOWN = new Limits(10, 1_000, 0, 0);

  public Limits {
    if (connects <= 0 || withinMs < 0 || roomsAnAddress < 0 || roomsAnAccount < 0) {
      throw new IllegalArgumentException("these limits let no room in");
    }
  }

  /** The same, at another pace. */
  public Limits paced(double factor) {
    return new Limits(connects, Math.round(withinMs * factor), roomsAnAddress, roomsAnAccount);
  }

  /** The same, with other numbers of rooms. */
  public Limits withRooms(int anAddress, int anAccount) {
    return new Limits(connects, withinMs, anAddress, anAccount);
  }

  /** Between two attempts, milliseconds. */
  public long intervalMs() {
    return withinMs / connects;
  }
}
