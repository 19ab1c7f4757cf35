/**
 * What both ends of the wire share, each in both directions, so that the client and the simulated
 * site cannot drift apart.
 *
 * <pre>
 *  frame ─ DouyinPacketCodec ─▶ DouyinPacket ─ inflate ─ DouyinResponseHead ──▶ DouyinResponse
 *                                                    └── DouyinResponseCodec ─▶ DouyinMessage, each
 * </pre>
 *
 * <p>Beside the packets, what is said before them: {@code DouyinFetchUrl} and {@code
 * DouyinSocketUrl} with their {@code Query}, made from a {@code DouyinTicket} and a {@code
 * DouyinCursor}; the {@code DouyinSignature}, the {@code DouyinBrowser} that all of it must fit,
 * and the {@code DouyinRefusal} of a handshake. The diagrams are at {@code DouyinPacket} and {@code
 * DouyinResponse}.
 */
@NullMarked
package io.github.danmuhub.platform.douyin.packet;

import org.jspecify.annotations.NullMarked;
