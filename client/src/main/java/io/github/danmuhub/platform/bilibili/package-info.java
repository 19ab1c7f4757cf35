/** Bilibili (哔哩哔哩直播): packets over WebSocket or raw TCP, JSON inside. */
@NullMarked
package io.github.danmuhub.platform.bilibili;

import org.jspecify.annotations.NullMarked;
