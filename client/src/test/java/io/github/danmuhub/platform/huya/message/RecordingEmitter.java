package io.github.danmuhub.platform.huya.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.Emitter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what was emitted, without duplicates, as a room does; its clock is set by the test. */
public final class RecordingEmitter implements Emitter {
  public final List<LiveEvent> events = new ArrayList<>();
  public final List<String> malformed = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  public long now = 1_000_000;

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    if (key == null || keys.add(key)) {
      events.add(event);
    }
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    malformed.add(why);
  }

  @Override
  public long wallMs() {
    return now;
  }

  @Override
  public long ticks() {
    return now;
  }

  /** The only event. */
  public <T extends LiveEvent> T only(Class<T> type) {
    if (events.size() != 1) {
      throw new AssertionError(events + " " + malformed);
    }
    return type.cast(events.get(0));
  }
}
