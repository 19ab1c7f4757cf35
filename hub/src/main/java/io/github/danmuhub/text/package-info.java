/** Words for people, whoever prints them. */
@NullMarked
package io.github.danmuhub.text;

import org.jspecify.annotations.NullMarked;
