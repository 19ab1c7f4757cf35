package io.github.danmuhub.record.copy;

import java.util.Set;

/**
 * What is copied, and how the copies are called.
 *
 * @param splits where a file ends; none: a room has one
 * @param types of events, as JSON v1 calls them; none: all. Gaps are always copied
 */
public record CopySettings(Set<Split> splits, CopyName name, Set<String> types) {
  public CopySettings {
    splits = Set.copyOf(splits);
    types = Set.copyOf(types);
  }
}
