package io.github.danmuhub.rule.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a rule is doing, for a page.
 *
 * @param cooldownMs how long it, or its group, still cools down
 * @param waiting how many wait in its queue
 */
public record RuleState(
    String id, int line, boolean running, int waiting, long cooldownMs, boolean dryRun) {

  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("line", line).put("running", running).put("waiting", waiting);
    return json.put("cooldown_ms", cooldownMs).put("dry_run", dryRun);
  }
}
