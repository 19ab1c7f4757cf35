/** Which page is called, and whether it may be. On one loop. */
@NullMarked
package io.github.danmuhub.rpc.desk;

import org.jspecify.annotations.NullMarked;
