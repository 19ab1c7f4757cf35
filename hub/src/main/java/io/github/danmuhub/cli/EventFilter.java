package io.github.danmuhub.cli;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** {@code --only chat,gift}. */
final class EventFilter implements Predicate<LiveEvent> {
  private final Set<String> only;

  /**
   * @param only names of types; none = all
   * @throws IllegalArgumentException in words, if a name is unknown
   */
  EventFilter(List<String> only) {
    for (String type : only) {
      if (!EventTypes.names().contains(type)) {
        throw new UsageException(
            Phrase.of("usage.only", type, String.join(", ", EventTypes.names())));
      }
    }
    this.only = Set.copyOf(only);
  }

  @Override
  public boolean test(LiveEvent event) {
    return only.isEmpty() || only.contains(EventTypes.name(event));
  }
}
