/**
 * What rules ask of the world, as values: an {@link io.github.danmuhub.rule.action.Action} goes to
 * the {@link io.github.danmuhub.rule.action.ActionSink} of its kind, which tells once what came of
 * it. It is to those who act what {@code server.door} is to those who answer: a part that performs
 * actions sees this and no more of the rules.
 */
@NullMarked
package io.github.danmuhub.rule.action;

import org.jspecify.annotations.NullMarked;
