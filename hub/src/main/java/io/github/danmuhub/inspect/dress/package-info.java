/**
 * Bytes as people copy them out of tools. {@code Dresses} is the table: each dress says what it
 * makes of a text, or that the text is none of its; a text may have several readings.
 */
@NullMarked
package io.github.danmuhub.inspect.dress;

import org.jspecify.annotations.NullMarked;
