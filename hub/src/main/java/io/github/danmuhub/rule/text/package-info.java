/**
 * What viewers write, made comparable and looked through: normal forms, words in one shared index,
 * patterns that cannot explode. Pure; imports nothing of ours.
 */
@NullMarked
package io.github.danmuhub.rule.text;

import org.jspecify.annotations.NullMarked;
