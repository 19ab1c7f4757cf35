package io.github.danmuhub.rule.model;

import io.github.danmuhub.rule.text.BoundedPattern;
import io.github.danmuhub.rule.text.NormalText;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a text must be like: every part that is given, each by any of its words. Words are in {@link
 * NormalText normal} form.
 *
 * @param whole empty: whatever it is
 * @param starts empty: however it starts
 * @param contains empty: whatever stands in it
 * @param pattern sees the text with its capitals
 */
public record TextTest(
    Set<String> whole,
    List<String> starts,
    List<String> contains,
    @Nullable BoundedPattern pattern) {
  public TextTest {
    whole = Collections.unmodifiableSet(new LinkedHashSet<>(whole));
    starts = List.copyOf(starts);
    contains = List.copyOf(contains);
  }

  boolean accepts(String cleaned, String folded) {
    return (whole.isEmpty() || whole.contains(folded))
        && (starts.isEmpty() || starts.stream().anyMatch(folded::startsWith))
        && (contains.isEmpty() || contains.stream().anyMatch(folded::contains))
        && (pattern == null || pattern.isIn(cleaned));
  }

  /** Of a text in any form. */
  public boolean accepts(String text) {
    String cleaned = NormalText.cleaned(text);
    return accepts(cleaned, NormalText.folded(cleaned));
  }
}
