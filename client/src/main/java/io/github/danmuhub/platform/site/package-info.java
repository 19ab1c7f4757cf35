/**
 * The platform's other side, simulated: what a {@link
 * io.github.danmuhub.platform.site.SimulatedPlatform} says and whom it lets in, and the kit that
 * all of them share. Pure, like a session; one thread.
 */
@NullMarked
package io.github.danmuhub.platform.site;

import org.jspecify.annotations.NullMarked;
