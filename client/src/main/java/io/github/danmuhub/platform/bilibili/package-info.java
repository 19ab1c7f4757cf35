/** Bilibili live rooms (bilibili 直播). */
@NullMarked
package io.github.danmuhub.platform.bilibili;

import org.jspecify.annotations.NullMarked;
