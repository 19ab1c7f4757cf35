package io.github.danmuhub.platform;

import io.github.danmuhub.event.Raw;

/**
 * An inbound frame of a capture.
 *
 * @param time epoch milliseconds; 0 where the capture has none
 */
public record RecordedFrame(long time, FrameKind kind, Raw bytes) implements Recorded {}
