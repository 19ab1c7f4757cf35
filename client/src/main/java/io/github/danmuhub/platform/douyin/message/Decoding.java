package io.github.danmuhub.platform.douyin.message;

import io.github.danmuhub.wire.MalformedException;
import io.github.danmuhub.wire.ProtoFields;

/** How one kind of message becomes events. */
interface Decoding {
  void decode(Delivery delivery, ProtoFields in) throws MalformedException;
}
