/** What the doors for other hubs' pages and callers share: a page's socket, a request's words. */
@NullMarked
package io.github.danmuhub.rpc.dialect;

import org.jspecify.annotations.NullMarked;
