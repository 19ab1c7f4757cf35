/**
 * Events in the words of other programs, for those who have clients of these: DouyinBarrageGrab and
 * blivechat. Pure; {@link io.github.danmuhub.server.OutputPort} is their socket.
 */
@NullMarked
package io.github.danmuhub.server.dialect;

import org.jspecify.annotations.NullMarked;
