package io.github.danmuhub.event;

import java.util.List;

/** A ranking of the room's viewers. */
public record Rank(Origin origin, List<Entry> list) implements LiveEvent {

  public Rank {
    list = List.copyOf(list);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.rank(this);
  }

  /**
   * One place of the ranking.
   *
   * @param rank the place, from 1
   */
  public record Entry(User user, long score, int rank) {}
}
