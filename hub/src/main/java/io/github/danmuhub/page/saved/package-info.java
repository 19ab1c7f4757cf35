/**
 * Short addresses of overlays, for programs that cut long ones: kept by the hub, in a file beside
 * it.
 */
@NullMarked
package io.github.danmuhub.page.saved;

import org.jspecify.annotations.NullMarked;
