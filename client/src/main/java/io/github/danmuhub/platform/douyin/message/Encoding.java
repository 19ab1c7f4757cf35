package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.douyin.packet.DouyinMessage;
import org.jspecify.annotations.Nullable;

/** How one type of event becomes a message; null where the platform has no such thing. */
interface Encoding<T extends LiveEvent> {
  @Nullable DouyinMessage encode(T event, Head head);
}
