package io.github.danmuhub.feed.spec;

import io.github.danmuhub.feed.path.UrlTemplate;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rooms of a feed.
 *
 * @param first the one that is meant where none is named
 * @param names what they may be called
 * @param pages addresses in the browser that mean one
 */
public record Rooms(String first, Pattern names, List<UrlTemplate> pages) {
  public Rooms {
    pages = List.copyOf(pages);
  }

  /** The room that a person means. */
  public Optional<String> read(String text) {
    String stripped = text.strip();
    return names.matcher(stripped).matches() ? Optional.of(stripped) : ofPage(stripped);
  }

  private Optional<String> ofPage(String text) {
    try {
      URI page = new URI(text);
      return pages.stream()
          .filter(template -> template.host(name -> "").equals(page.getHost()))
          .flatMap(template -> template.match(page).stream())
          .map(values -> values.getOrDefault("room", first))
          .filter(room -> names.matcher(room).matches())
          .findFirst();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
