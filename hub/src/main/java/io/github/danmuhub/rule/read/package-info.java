/**
 * From a file to a {@link io.github.danmuhub.rule.model.RuleSet}: {@link
 * io.github.danmuhub.rule.read.RulesReader} reads it, a file for each part of the language, and all
 * that is wrong is told at once, each with its line and column.
 */
@NullMarked
package io.github.danmuhub.rule.read;

import org.jspecify.annotations.NullMarked;
