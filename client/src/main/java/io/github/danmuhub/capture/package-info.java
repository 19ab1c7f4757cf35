/**
 * Frame captures: what went over a socket, or was polled, kept to be looked at and played again.
 * Written as JSONL ({@code CaptureWriter}: append-safe, redacted); read, as a stream ({@code
 * CaptureFile}) or into memory ({@code CaptureReader}), from JSONL, HAR, mitmproxy's flows, pcap,
 * pcapng and bare frames: {@code CaptureFormat} is the table. One entry ⇄ one line stand side by
 * side in {@code CaptureLine}.
 */
@NullMarked
package io.github.danmuhub.capture;

import org.jspecify.annotations.NullMarked;
