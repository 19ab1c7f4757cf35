/** {@code /rpc}: pages are called over HTTP, listed and kicked. */
@NullMarked
package io.github.danmuhub.rpc.door;

import org.jspecify.annotations.NullMarked;
