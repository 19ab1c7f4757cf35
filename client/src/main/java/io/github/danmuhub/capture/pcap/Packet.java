package io.github.danmuhub.capture.pcap;

import java.nio.ByteBuffer;

/**
 * A packet as it was captured.
 *
 * @param timeMs epoch milliseconds
 * @param linkType what its bytes begin with: 1 Ethernet …
 */
record Packet(long timeMs, int linkType, ByteBuffer bytes) {}
