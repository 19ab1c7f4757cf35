/** The first draft of a feed's file, out of a capture of the site. */
@NullMarked
package io.github.danmuhub.feed.learn;

import org.jspecify.annotations.NullMarked;
