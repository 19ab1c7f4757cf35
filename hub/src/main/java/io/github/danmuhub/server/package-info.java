/**
 * The hub's doors on Vert.x Web: rooms, poll and long poll, SSE, WebSocket, echo and topics,
 * documents, metrics.
 *
 * <p>All of it lives on one event loop. A reader, whatever its door, is a {@link
 * io.github.danmuhub.server.Reader position} in the one {@link io.github.danmuhub.log.EventLog
 * log}: a slow one costs nobody anything. {@link io.github.danmuhub.server.Doors} is the table of
 * all doors, {@link io.github.danmuhub.server.Gate} stands before each of them.
 */
@NullMarked
package io.github.danmuhub.server;

import org.jspecify.annotations.NullMarked;
