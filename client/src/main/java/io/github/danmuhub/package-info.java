/**
 * The library's front door: {@link io.github.danmuhub.DanmuClient} puts the rooms of this module
 * together. It is given its platforms and knows none of them by name.
 */
@NullMarked
package io.github.danmuhub;

import org.jspecify.annotations.NullMarked;
