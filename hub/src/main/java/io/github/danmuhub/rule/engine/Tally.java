package io.github.danmuhub.rule.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a vote stands.
 *
 * @param open whether it can be voted; if not, this is its end
 * @param leftMs until its end
 * @param voters who count, or messages where each counts
 * @param total of all weights
 * @param notCounted who came when there were too many
 * @param winner what the winning option stands for; null while it is open, and where nobody won
 */
public record Tally(
    String vote,
    boolean open,
    long leftMs,
    long windowMs,
    List<Line> lines,
    long voters,
    long total,
    long notCounted,
    @Nullable String winner) {
  public Tally {
    lines = List.copyOf(lines);
  }

  /** One option: what is written for it, what it stands for, and its weight so far. */
  public record Line(String option, String value, long count) {}

  /** For pages. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("vote", vote).put("open", open).put("left_ms", leftMs).put("window_ms", windowMs);
    json.put("voters", voters).put("total", total);
    if (notCounted > 0) {
      json.put("not_counted", notCounted);
    }
    if (winner != null) {
      json.put("winner", winner);
    }
    ArrayNode options = json.putArray("options");
    for (Line line : lines) {
      options
          .addObject()
          .put("option", line.option)
          .put("value", line.value)
          .put("count", line.count);
    }
    return json;
  }
}
