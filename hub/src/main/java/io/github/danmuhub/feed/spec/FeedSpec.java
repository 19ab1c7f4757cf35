package io.github.danmuhub.feed.spec;

import io.github.danmuhub.feed.decode.Chain;
import io.github.danmuhub.feed.message.FeedMessages;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a feed's file says.
 *
 * @param id as in {@code kuaixun:main}
 * @param settings what {@code -o ID.KEY=VALUE} may change, with their defaults
 * @param lookup the HTTP before the messages, in order
 */
public record FeedSpec(
    String id,
    Rooms rooms,
    Map<String, String> settings,
    List<Request> lookup,
    Source source,
    Chain chain,
    FeedMessages messages,
    List<End> ends) {
  /** Variables that are always there. */
  public static final Set<String> GIVEN = Set.of("room", "cookie", "cookies", "now", "random");

  public FeedSpec {
    settings = Map.copyOf(settings);
    lookup = List.copyOf(lookup);
    ends = List.copyOf(ends);
  }

  /** Whether messages come in answers to such a request. */
  public boolean isPoll(URI asked) {
    return source instanceof Source.Poll poll && poll.request().url().match(asked).isPresent();
  }

  /** The names of what lookups take: tokens and the like. */
  public Set<String> taken() {
    Set<String> names = new LinkedHashSet<>();
    lookup.forEach(step -> names.addAll(step.take().keySet()));
    return names;
  }
}
