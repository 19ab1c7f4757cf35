/** Which rooms the hub listens to, and how they are. */
@NullMarked
package io.github.danmuhub.server.room;

import org.jspecify.annotations.NullMarked;
