/**
 * Frames taken apart for people, layer by layer: what {@code danmu inspect} shows. A platform that
 * offers it is {@link io.github.danmuhub.platform.dissect.Dissectable}. Pure.
 */
@NullMarked
package io.github.danmuhub.platform.dissect;

import org.jspecify.annotations.NullMarked;
