package io.github.danmuhub.feed.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.danmuhub.feed.path.JsonPath;
import io.github.danmuhub.feed.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message must say to be meant: {@code {$.cmd: CHAT, $.data: "*"}}, all of it; {@code "*"}
 * is anything that is there. Immutable.
 */
public final class Condition {
  /** Every message is meant. */
  public static final Condition ALWAYS = new Condition(List.of());

  private final List<Line> lines;

  /** {@code value} null: anything. */
  private record Line(JsonPath path, @Nullable JsonNode value) {
    boolean holds(JsonNode message) {
      return path.first(message)
          .filter(there -> value == null || there.asText().equals(value.asText()))
          .isPresent();
    }
  }

  private Condition(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Reads the keys and values of a file; {@link #ALWAYS} for null. */
  public static Condition of(@Nullable YamlNode keys) {
    List<Line> lines = new ArrayList<>();
    if (keys != null) {
      keys.asKeys().forEach((path, value) -> lines.add(line(path, value)));
    }
    return new Condition(lines);
  }

  private static Line line(String path, YamlNode value) {
    try {
      String wanted = value.asText();
      return new Line(JsonPath.of(path), wanted.equals("*") ? null : typed(value, wanted));
    } catch (IllegalArgumentException e) {
      throw value.wrong(e);
    }
  }

  private static JsonNode typed(YamlNode value, String text) {
    if (value.quoted()) {
      return TextNode.valueOf(text);
    }
    return text.equals("true") || text.equals("false")
        ? BooleanNode.valueOf(text.equals("true"))
        : DecimalNode.valueOf(new BigDecimal(text));
  }

  public boolean holds(JsonNode message) {
    return lines.stream().allMatch(line -> line.holds(message));
  }

  /** Makes a message say it: the other direction. */
  public JsonNode write(JsonNode message) {
    JsonNode written = message;
    for (Line line : lines) {
      JsonNode value = line.value() == null ? IntNode.valueOf(1) : line.value();
      written = line.path().put(written, value);
    }
    return written;
  }
}
