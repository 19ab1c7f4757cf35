/**
 * Runs the rules: {@link io.github.danmuhub.rule.engine.RuleEngine} is handed events and the time,
 * and tells what it decided and what is to be done. Pure: clock and chance are parameters, nothing
 * blocks, nothing is random but by a seed; one thread at a time.
 */
@NullMarked
package io.github.danmuhub.rule.engine;

import org.jspecify.annotations.NullMarked;
