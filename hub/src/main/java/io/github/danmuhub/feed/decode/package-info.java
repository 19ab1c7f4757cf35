/** From a frame's bytes to JSON and back, step by step. */
@NullMarked
package io.github.danmuhub.feed.decode;

import org.jspecify.annotations.NullMarked;
