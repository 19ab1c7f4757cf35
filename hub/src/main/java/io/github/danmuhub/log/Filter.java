package io.github.danmuhub.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asked for: what any of its selections accepts, each event once. Immutable. Readers
 * are asked for theirs at each event, so the hash of what may be 40,000 names is made once.
 */
public final class Filter {
  public static final Filter ALL = new Filter(List.of(Selection.ALL));
  public static final Filter NONE = new Filter(List.of());

  private final List<Selection> selections;
  private final int hash;

  /**
   * @param selections empty: nothing
   */
  public Filter(List<Selection> selections) {
    this.selections = List.copyOf(selections);
    this.hash = this.selections.hashCode();
  }

  public static Filter of(Selection selection) {
    return new Filter(List.of(selection));
  }

  boolean accepts(Entry entry) {
    for (Selection selection : selections) {
      if (selection.accepts(entry)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Filter filter
            && hash == filter.hash
            && selections.equals(filter.selections));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "Filter" + selections;
  }
}
