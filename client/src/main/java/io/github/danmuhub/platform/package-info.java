/**
 * The SPI: what a platform is to the rest of the program. A {@link
 * io.github.danmuhub.platform.RoomSession} is pure: frames and the time come in, what to do goes
 * out through its {@link io.github.danmuhub.platform.RoomContext}. A {@code SimulatedPlatform} of
 * {@code platform.site} is the same shape seen from the other side.
 *
 * <p>Nothing here or below does I/O, starts a thread or reads a clock. Times are epoch
 * milliseconds. One directory per platform; a platform never knows another.
 */
@NullMarked
package io.github.danmuhub.platform;

import org.jspecify.annotations.NullMarked;
