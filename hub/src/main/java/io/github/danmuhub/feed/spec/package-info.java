/** What a feed's file says, as values. */
@NullMarked
package io.github.danmuhub.feed.spec;

import org.jspecify.annotations.NullMarked;
