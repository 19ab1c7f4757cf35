package io.github.danmuhub.intake.message;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.BoundedMap;
import io.github.danmuhub.platform.OfflineContext;
import io.github.danmuhub.platform.Settings;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Keeps the events that a session emits, each once, and counts what could not be read. */
final class HeardOnce extends OfflineContext {
  /** As many keys as are remembered; an event with one of them was emitted before. */
  private static final int MOST = 20_000;

  private final BoundedMap<String, Boolean> emitted = new BoundedMap<>(MOST);
  private long malformed;

  HeardOnce(Settings settings) {
    super(settings);
  }

  /** How many messages could not be read. */
  long malformed() {
    return malformed;
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    if (key == null || emitted.put(key, true) == null) {
      super.emit(event, key);
    }
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    malformed++;
  }
}
