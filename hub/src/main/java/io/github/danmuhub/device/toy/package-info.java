/**
 * The simulated cat toy: the other end of the wire, in a process of its own, with a page that shows
 * it. It keeps itself safe by {@code ToySafety}, whatever the hub does.
 */
@NullMarked
package io.github.danmuhub.device.toy;

import org.jspecify.annotations.NullMarked;
