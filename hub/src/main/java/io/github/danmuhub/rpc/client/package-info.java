/** The pages that can be called, by group and id. On one loop. */
@NullMarked
package io.github.danmuhub.rpc.client;

import org.jspecify.annotations.NullMarked;
