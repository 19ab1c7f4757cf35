/**
 * A file of rules as values: what triggers a rule, under which conditions, how often it may, and
 * what it does. Immutable and pure; {@code read} makes it, {@code engine} runs it.
 */
@NullMarked
package io.github.danmuhub.rule.model;

import org.jspecify.annotations.NullMarked;
