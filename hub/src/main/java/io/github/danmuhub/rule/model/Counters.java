package io.github.danmuhub.rule.model;

/** The named counters, as conditions and templates see them. */
@FunctionalInterface
public interface Counters {
  /** 0 where it was never counted. */
  long value(String counter);
}
