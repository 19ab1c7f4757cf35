/**
 * What keeps a toy safe, without sockets, threads or clocks: time is a parameter, in milliseconds
 * of a clock that never goes back. {@link io.github.danmuhub.device.safety.ToySafety} is the toy's
 * own side, and enough alone; {@code examples/cat-toy/safety.h} is the same in C++, held against
 * the same cases. {@link io.github.danmuhub.device.safety.SafetyGate} is the hub's side.
 */
@NullMarked
package io.github.danmuhub.device.safety;

import org.jspecify.annotations.NullMarked;
