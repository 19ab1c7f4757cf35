/**
 * Fan-out of events: a bounded queue and a named thread for each subscriber. A full queue drops the
 * newest event and counts it; a listener that throws loses that event alone.
 */
@NullMarked
package io.github.danmuhub.stream;

import org.jspecify.annotations.NullMarked;
