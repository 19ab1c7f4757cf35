/**
 * HTTP as values: calls, replies and headers. What goes out and what comes back, on either side of
 * a conversation; nothing here sends anything.
 */
@NullMarked
package io.github.danmuhub.platform.http;

import org.jspecify.annotations.NullMarked;
