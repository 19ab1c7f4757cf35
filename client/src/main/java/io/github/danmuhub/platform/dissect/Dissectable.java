package io.github.danmuhub.platform.dissect;

/** A platform whose frames can be taken apart for people. Thread-safe. */
public interface Dissectable {
  /** A new dissector; not thread-safe itself. */
  Dissector dissector();
}
