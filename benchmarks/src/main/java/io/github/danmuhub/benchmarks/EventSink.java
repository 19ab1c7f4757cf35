package io.github.danmuhub.benchmarks;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/** An {@link Out} that only swallows events; anything broken ends the benchmark. */
final class EventSink implements Out {
  @Nullable Blackhole hole;
  long heard;

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

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {}

  @Override
  public void live() {}

  @Override
  public void answered() {}

  @Override
  public void fetch(int tag, HttpCall call, long delayMs) {}

  @Override
  public void wakeAt(long epochMs) {}

  @Override
  public void reconnect(Verdict how, int code, String why) {}
}
