package io.github.danmuhub.feed;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.feed.path.UrlTemplate;
import io.github.danmuhub.feed.spec.FeedSpec;
import io.github.danmuhub.feed.spec.Said;
import io.github.danmuhub.feed.spec.Source;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Redaction;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lookups take is secret, and so are cookies: of what is said, only that stays which holds
 * none of both; of URLs, their places for such values are blanked; of answers, those of polls stay.
 */
final class FeedRedaction implements Redaction {
  private final FeedSpec spec;
  private final Set<String> shown;

  FeedRedaction(FeedSpec spec) {
    this.spec = spec;
    shown = new HashSet<>(spec.settings().keySet());
    shown.addAll(Set.of("room", "now", "random"));
    if (spec.source() instanceof Source.Poll poll) {
      shown.addAll(poll.start().keySet());
    }
  }

  @Override
  public ByteBuffer sent(FrameKind kind, ByteBuffer frame) {
    boolean plain =
        spec.source() instanceof Source.Socket socket
            && socket.said().stream()
                .filter(said -> shown.containsAll(names(said)))
                .anyMatch(said -> said.isHeardIn(kind, frame));
    return plain ? frame : ByteBuffer.allocate(frame.remaining());
  }

  /** A reply repeats what it heard. */
  private static Set<String> names(Said said) {
    Set<String> names = new HashSet<>(said.text().names());
    names.removeIf(name -> name.startsWith("$"));
    return names;
  }

  @Override
  public Raw answer(URI asked, Raw body) {
    return spec.isPoll(asked) ? body : Raw.NOTHING;
  }

  @Override
  public String url(URI url) {
    return urls().stream()
        .flatMap(template -> template.masked(url, shown).stream())
        .findFirst()
        .orElseGet(() -> Redaction.super.url(url));
  }

  private List<UrlTemplate> urls() {
    List<UrlTemplate> all = new ArrayList<>();
    if (spec.source() instanceof Source.Socket socket) {
      all.add(socket.url());
    } else if (spec.source() instanceof Source.Poll poll) {
      all.add(poll.request().url());
    }
    spec.lookup().forEach(step -> all.add(step.url()));
    return all;
  }
}
