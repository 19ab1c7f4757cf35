package io.github.danmuhub.rule.read;

import io.github.danmuhub.rule.action.ActionKind;
import io.github.danmuhub.rule.model.VotePlan;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Section;
import java.util.Map;
import java.util.Set;

/**
 * What a rule may name, and where faults go.
 *
 * @param groups with their cooldowns
 * @param queues with what is written of them
 */
record Scope(
    Faults faults,
    Map<String, ActionKind> kinds,
    Map<String, Long> groups,
    Map<String, Section> queues,
    Set<String> counters,
    Map<String, VotePlan> votes) {}
