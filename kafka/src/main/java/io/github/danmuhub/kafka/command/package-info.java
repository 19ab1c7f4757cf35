/** {@code danmu rooms}: which rooms all workers hear, for a person. */
@NullMarked
package io.github.danmuhub.kafka.command;

import org.jspecify.annotations.NullMarked;
