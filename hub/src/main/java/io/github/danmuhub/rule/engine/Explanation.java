package io.github.danmuhub.rule.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.rule.action.Action;
import java.util.List;

/**
 * What would be decided, and done.
 *
 * @param actions with their templates filled in, waits left out; none where it would not fire
 */
public record Explanation(Decision decision, List<Action> actions) {
  public Explanation {
    actions = List.copyOf(actions);
  }

  public ObjectNode toJson() {
    ObjectNode json = decision.toJson();
    ArrayNode all = json.putArray("actions");
    for (Action action : actions) {
      ObjectNode one = all.addObject().put("kind", action.kind());
      one.set("parameters", action.parameters().toJson());
      if (action.safeEnd()) {
        one.put("finally", true);
      }
    }
    return json;
  }
}
