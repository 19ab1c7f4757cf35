/** Places in JSON, and texts with places in them; each can be read and written. */
@NullMarked
package io.github.danmuhub.feed.path;

import org.jspecify.annotations.NullMarked;
