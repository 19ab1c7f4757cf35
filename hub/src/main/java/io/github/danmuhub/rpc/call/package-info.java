/**
 * One call of a function in a page, from the wish to the one answer: pure, time and wire are handed
 * in. Everything here lives on one loop.
 */
@NullMarked
package io.github.danmuhub.rpc.call;

import org.jspecify.annotations.NullMarked;
