package io.github.danmuhub.rule.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a vote stands.
 *
 * @param winner what the winning option stands for; null while it is open, and where nobody won
 */
public record Tally(
    String vote, Window window, List<Line> lines, Turnout turnout, @Nullable String winner) {
  public Tally {
    lines = List.copyOf(lines);
  }

  /**
   * When it can be voted.
   *
   * @param open whether now; if not, this is its end
   * @param leftMs until its end
   * @param ms how long in all
   */
  public record Window(boolean open, long leftMs, long ms) {}

  /**
   * How many came.
   *
   * @param voters who count, or messages where each counts
   * @param total of all weights
   * @param notCounted who came when there were too many
   */
  public record Turnout(long voters, long total, long notCounted) {}

  /** One option: what is written for it, what it stands for, and its weight so far. */
  public record Line(String option, String value, long count) {}

  /** For pages. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("vote", vote).put("open", window.open);
    json.put("left_ms", window.leftMs).put("window_ms", window.ms);
    json.put("voters", turnout.voters).put("total", turnout.total);
    if (turnout.notCounted > 0) {
      json.put("not_counted", turnout.notCounted);
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
