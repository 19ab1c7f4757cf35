/**
 * The user's rules in a running hub: {@link io.github.danmuhub.rule.RulesPart} hears the log from
 * now on and hands each event to the engine at the {@link io.github.danmuhub.rule.Desk}, which has
 * actions performed by their sinks, every decision audited, and the file watched.
 *
 * <pre>
 * log ─event▶ Desk ─▶ engine ─▶ Decision ─▶ recent, audit, /ws/rules
 *              ▲                └▶ Action ─▶ Actors ─▶ the sink of its kind ─▶ Outcome
 *        file, doors
 * </pre>
 */
@NullMarked
package io.github.danmuhub.rule;

import org.jspecify.annotations.NullMarked;
