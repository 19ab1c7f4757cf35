/**
 * The hub's doors on Vert.x Web. {@link io.github.danmuhub.server.DoorTable} is the table of them,
 * other parts' doors included; {@link io.github.danmuhub.server.OutputPart outputs} have ports of
 * their own.
 *
 * <p>{@code door} is what a door is made of; {@code reader} are those of the events, {@code room}
 * those of the rooms; {@code net} is what every request passes first. All of it lives on one event
 * loop. A reader, whatever its door, is a position in the one {@link
 * io.github.danmuhub.log.EventLog log}: a slow one costs nobody anything.
 */
@NullMarked
package io.github.danmuhub.server;

import org.jspecify.annotations.NullMarked;
