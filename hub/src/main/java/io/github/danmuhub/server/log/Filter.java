package io.github.danmuhub.server.log;

import java.util.List;

/**
 * What a reader asked for: what any of its selections accepts, each event once.
 *
 * @param selections empty: nothing
 */
public record Filter(List<Selection> selections) {
  public static final Filter ALL = new Filter(List.of(Selection.ALL));
  public static final Filter NONE = new Filter(List.of());

  public Filter {
    selections = List.copyOf(selections);
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
}
