/**
 * Hosts {@link io.github.danmuhub.platform.SimulatedSite}s on 127.0.0.1 and does to them what
 * {@code --fault} asks for.
 */
@NullMarked
package io.github.danmuhub.simulator;

import org.jspecify.annotations.NullMarked;
