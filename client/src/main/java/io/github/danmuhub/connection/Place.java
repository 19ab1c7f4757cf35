package io.github.danmuhub.connection;

import io.github.danmuhub.platform.Setback;

/** One room's place among the platform's others: see {@link Courtesy}. On the room's loop. */
final class Place {
  private final Courtesy courtesy;
  private final long number;
  private final String account;
  private volatile Runnable moved = () -> {};
  private volatile boolean wasLive;

  Place(Courtesy courtesy, long number, String account) {
    this.courtesy = courtesy;
    this.number = number;
    this.account = account;
  }

  /**
   * The room is opened.
   *
   * @param earlier called, on any thread, when the room should ask again; must not block
   */
  void begin(Runnable earlier) {
    moved = earlier;
  }

  /** In the order of coming. */
  long number() {
    return number;
  }

  String account() {
    return account;
  }

  /** Whether the room was never live. */
  boolean isNew() {
    return !wasLive;
  }

  void moved() {
    moved.run();
  }

  /** Asks for its turn, or asks again; ticks. */
  Courtesy.Wait ask(long now) {
    return courtesy.ask(this, now);
  }

  /** Waits no more. */
  void giveBack() {
    courtesy.giveBack(this);
  }

  /** The lookup went well. */
  void passed() {
    courtesy.passed(this);
  }

  /** The room is live, and from now on goes before those that never were. Not while it waits. */
  void live() {
    wasLive = true;
    courtesy.passed(this);
  }

  /** The attempt failed. */
  void failed(Setback why, long now) {
    courtesy.failed(this, why, now);
  }

  /** The room is over. */
  void leave() {
    courtesy.leave(this);
  }
}
