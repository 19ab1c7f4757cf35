/**
 * What both ends of the wire share, each in both directions, so that the client and the simulated
 * site cannot drift apart.
 *
 * <pre>
 *  raw TCP ─ BilibiliFraming ─▶ frame ─ BilibiliPacketCodec ─▶ BilibiliPacket ─▶ its body
 *             frame ◀─ BilibiliPacketCodec ─ BilibiliPacket ◀─ BilibiliAuth, a message, a heartbeat
 * </pre>
 *
 * <p>Beside the packets: {@code BilibiliWbi} signs a query of the lookup. The diagram of a packet
 * is at {@code BilibiliPacket}.
 */
@NullMarked
package io.github.danmuhub.platform.bilibili.packet;

import org.jspecify.annotations.NullMarked;
