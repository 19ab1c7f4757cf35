package io.github.danmuhub.benchmarks;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.OfflineContext;
import io.github.danmuhub.platform.Settings;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/** A room that only swallows events; anything broken ends the benchmark. */
final class EventSink extends OfflineContext {
  @Nullable Blackhole hole;
  long heard;

  EventSink(String platform) {
    super(Settings.none(platform));
    setTime(1_790_000_000_000L);
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    heard++;
    if (hole != null) {
      hole.consume(event);
    }
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    throw new IllegalStateException("the benchmark's own frame is malformed: " + why);
  }
}
