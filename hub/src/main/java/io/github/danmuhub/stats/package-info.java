/**
 * The after-stream report: who spoke, what was given, when it was busiest, and how good the data
 * is. One pass over a recording; the index is asked only for who had spoken before.
 */
@NullMarked
package io.github.danmuhub.stats;

import org.jspecify.annotations.NullMarked;
