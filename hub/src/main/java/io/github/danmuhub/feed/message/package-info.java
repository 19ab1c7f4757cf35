/** One message of a site to an event and back. */
@NullMarked
package io.github.danmuhub.feed.message;

import org.jspecify.annotations.NullMarked;
