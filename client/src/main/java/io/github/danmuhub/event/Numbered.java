package io.github.danmuhub.event;

/**
 * An event with the number that a hub or a recorder gave it.
 *
 * @param seq counts from 1; 0 where nobody numbered it
 */
public record Numbered(long seq, LiveEvent event) {}
