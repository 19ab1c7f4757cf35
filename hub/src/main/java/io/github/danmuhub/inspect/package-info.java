/**
 * The engine of {@code danmu inspect}: whatever a person has of a frame → which platform it may be,
 * its layers, the events it becomes. Knows no platform: each brings its {@link
 * io.github.danmuhub.platform.dissect.Dissector}, and the events come from its own session.
 */
@NullMarked
package io.github.danmuhub.inspect;

import org.jspecify.annotations.NullMarked;
