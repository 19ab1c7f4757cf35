/**
 * What is logged goes into {@code danmu.events}: read from the one log by a cursor of its own, so
 * that a broker that is away costs a backlog on the disk and nothing else.
 */
@NullMarked
package io.github.danmuhub.kafka.sink;

import org.jspecify.annotations.NullMarked;
