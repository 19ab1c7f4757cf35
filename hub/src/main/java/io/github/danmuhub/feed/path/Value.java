package io.github.danmuhub.feed.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A value that a message gives: a path, a text with paths in it, or always the same text.
 * Immutable.
 */
public final class Value {
  private final Template template;
  private final @Nullable JsonPath path;

  /**
   * Reads {@code $.user.name}, {@code {$.symbol} at {$.price}}, or a constant.
   *
   * @throws IllegalArgumentException in words, if it is none
   */
  public Value(String text) {
    path = JsonPath.isPath(text) ? JsonPath.of(text) : null;
    template = new Template(text);
    template.names().stream()
        .filter(name -> !name.startsWith("$"))
        .forEach(
            name -> {
              throw new UsageException(Phrase.of("feed.value", name));
            });
  }

  /** What it is in a message; empty where a place of it is empty. */
  public Optional<String> read(JsonNode message) {
    if (path != null) {
      return path.text(message);
    }
    boolean whole =
        template.names().stream().allMatch(p -> JsonPath.of(p).text(message).isPresent());
    return whole
        ? Optional.of(template.fill(p -> JsonPath.of(p).text(message).orElse("")))
        : Optional.empty();
  }

  /**
   * Puts it into a message, where that can be: the other direction.
   *
   * @return the message, which is another where the path is {@code $}
   */
  public JsonNode write(JsonNode message, JsonNode value) {
    if (path != null) {
      return path.put(message, value);
    }
    JsonNode written = message;
    Matcher parts = template.pattern(".*?").matcher(value.asText());
    List<String> places = template.groups();
    boolean apart = parts.matches();
    for (int i = 0; i < places.size(); i++) {
      String part = apart ? parts.group(i + 1) : i == 0 ? value.asText() : "";
      written = JsonPath.of(places.get(i)).put(written, TextNode.valueOf(part));
    }
    return written;
  }

  /** Whether the message tells it. */
  public boolean isTold() {
    return path != null || !template.names().isEmpty();
  }

  @Override
  public String toString() {
    return template.toString();
  }
}
