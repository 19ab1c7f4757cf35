/**
 * Bounded bytes: what every codec needs and none should write twice. Decompression that is measured
 * while it inflates, protobuf read and written by field number, the bounds themselves. No I/O, no
 * threads, no clock.
 */
@NullMarked
package io.github.danmuhub.wire;

import org.jspecify.annotations.NullMarked;
