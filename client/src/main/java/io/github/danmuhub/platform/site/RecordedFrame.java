package io.github.danmuhub.platform.site;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;

/**
 * An inbound frame of a capture.
 *
 * @param time epoch milliseconds; 0 where the capture has none
 */
public record RecordedFrame(long time, FrameKind kind, Raw bytes) {}
