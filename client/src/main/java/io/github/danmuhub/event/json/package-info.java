/**
 * JSON v1: what every other language sees. {@code EventWriter} and {@code EventReader} stand side
 * by side: what one writes, the other reads back.
 */
@NullMarked
package io.github.danmuhub.event.json;

import org.jspecify.annotations.NullMarked;
