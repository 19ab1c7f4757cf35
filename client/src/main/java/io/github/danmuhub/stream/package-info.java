/** Fan-out of events: a bounded queue and a named thread for each subscriber. */
@NullMarked
package io.github.danmuhub.stream;

import org.jspecify.annotations.NullMarked;
