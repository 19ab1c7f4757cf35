/**
 * The only sockets: WebSocket, TCP and HTTP, client and server, on Vert.x. Event loops are named;
 * user code never runs on them.
 *
 * <pre>
 *  client: Transport ─▶ Dialler ─▶ WebSocketDial, TcpDial ─▶ WebSocketLink, TcpLink ─▶ SocketListener
 *          a platform's lookup ─▶ VertxHttp ─▶ HttpExchange
 *  server: Servers ─▶ IncomingRequest ─▶ ServerHandler; a handshake it accepts becomes a link too
 * </pre>
 *
 * The links are the same on both sides: what is sent and heard does not depend on who dialled.
 * {@code Limits} and {@code Deadlines} bound every message, answer and wait; {@code FailureWords}
 * says in words what went wrong; {@code Route} and {@code Proxies} are the way there.
 */
@NullMarked
package io.github.danmuhub.transport;

import org.jspecify.annotations.NullMarked;
