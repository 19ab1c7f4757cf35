/** The other side of a feed, made from the same description: lookups, admission, encoder. */
@NullMarked
package io.github.danmuhub.feed.site;

import org.jspecify.annotations.NullMarked;
