/**
 * Frame captures beside the events: what the platform sent, byte for byte, for {@code danmu
 * inspect} and {@code danmu simulate --replay}. Taps on event loops fill a bounded queue; one
 * thread writes.
 */
@NullMarked
package io.github.danmuhub.record.frames;

import org.jspecify.annotations.NullMarked;
