/** JMH benchmarks, with the nearest peer in the same run. Never published. */
@NullMarked
package io.github.danmuhub.benchmarks;

import org.jspecify.annotations.NullMarked;
