/**
 * The only sockets: WebSocket, TCP and HTTP, client and server, on Vert.x. Event loops are named;
 * user code never runs on them.
 *
 * <pre>
 *  client: Transport ─▶ Dialler ─▶ WebSocketDial, TcpDial ─▶ WebSocketLink, TcpLink ─▶ SocketListener
 *          a platform's lookup ─▶ VertxHttp ─▶ HttpExchange
 *  server: Servers ─▶ IncomingRequest ─▶ ServerHandler; a handshake it accepts becomes a link too
 *          RawTargets mends addresses before Vert.x reads them, DeflateOffer agrees to compression
 *
 *  what comes in, before Vert.x has it and after:
 *    a refused handshake   BoundedNio ─▶ RefusalBound
 *    a WebSocket           OversizeFrames (tools only) ─▶ FrameScan ─▶ MessageCompression
 *                          ─▶ WebSocketLink, FragmentAssembler
 *                          FrameScan ─▶ FrameRules ─▶ FrameHead, Utf8
 *    a byte stream         TcpLink ─▶ TcpFrames
 * </pre>
 *
 * The links are the same on both sides: what is sent and heard does not depend on who dialled.
 * {@code SocketBounds} and {@code Deadlines} bound every message, answer and wait; {@code
 * FailureWords} says in words what went wrong; {@code Route} and {@code Proxies} are the way there.
 */
@NullMarked
package io.github.danmuhub.transport;

import org.jspecify.annotations.NullMarked;
