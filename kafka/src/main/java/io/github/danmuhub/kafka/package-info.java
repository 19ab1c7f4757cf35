/**
 * The program once more, as one of many workers around a Kafka cluster: {@code kafka:} in the hub's
 * file, {@code danmu rooms}. An artifact of its own, so that the plain program does not grow.
 *
 * <p>In {@code broker} is how Kafka is spoken to, in {@code sink} what goes out. No other package
 * of the hub is needed than the log, the parts and the configuration.
 */
@NullMarked
package io.github.danmuhub.kafka;

import org.jspecify.annotations.NullMarked;
