/**
 * Packets to WebSocket messages.
 *
 * <pre>
 *  PacketFile (pcap, pcapng) ─▶ Packet ─▶ Segment (link, IP, TCP) ─▶ Conversations
 *     └▶ Conversation ─ TcpStream: in order, each way ─▶ Upgrade: the handshake ─▶ FrameStream ─▶ SocketTrace
 * </pre>
 *
 * What is missing is reported: packets that were cut or lost, a beginning that was not captured,
 * TLS.
 */
@NullMarked
package io.github.danmuhub.capture.pcap;

import org.jspecify.annotations.NullMarked;
