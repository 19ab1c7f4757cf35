/** A way to a device, whatever it is made of. */
@NullMarked
package io.github.danmuhub.device.link;

import org.jspecify.annotations.NullMarked;
