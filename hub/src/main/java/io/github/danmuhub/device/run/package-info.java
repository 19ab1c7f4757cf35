/** Programs of this machine, started without a shell. */
@NullMarked
package io.github.danmuhub.device.run;

import org.jspecify.annotations.NullMarked;
