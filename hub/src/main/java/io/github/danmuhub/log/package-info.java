/**
 * The events that the hub remembers, each encoded once, in one order for every door: a window in
 * memory and, behind it, an {@link io.github.danmuhub.log.Archive}.
 */
@NullMarked
package io.github.danmuhub.log;

import org.jspecify.annotations.NullMarked;
