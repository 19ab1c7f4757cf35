package io.github.danmuhub.platform;

import io.github.danmuhub.wire.Decompressors;
import io.github.danmuhub.wire.JsonMessages;
import io.github.danmuhub.wire.ProtoCache;

/** Costly things that all rooms of one loop share. Used on that loop only. */
public record LoopTools(
    Decompressors decompressors, ProtoCache protoCache, JsonMessages jsonMessages) {

  /** New ones, for a loop or for a thread that stands for one. */
  public static LoopTools create() {
    return new LoopTools(new Decompressors(), new ProtoCache(), new JsonMessages());
  }
}
