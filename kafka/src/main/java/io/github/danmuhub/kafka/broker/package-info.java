/**
 * How Kafka is spoken to: the topics, the clients' settings, the headers. The only place of each.
 */
@NullMarked
package io.github.danmuhub.kafka.broker;

import org.jspecify.annotations.NullMarked;
