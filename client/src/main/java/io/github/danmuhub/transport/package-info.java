/**
 * The only sockets: WebSocket, TCP and HTTP, client and server, on Vert.x. Event loops are named;
 * user code never runs on them.
 */
@NullMarked
package io.github.danmuhub.transport;

import org.jspecify.annotations.NullMarked;
