package io.github.danmuhub.inspect;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what a session wants done, instead of doing it. */
final class RecordingOut implements Out {
  private List<LiveEvent> events = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private long wakeAt = Long.MAX_VALUE;

  /** The events since the last call. */
  List<LiveEvent> takeEvents() {
    List<LiveEvent> taken = events;
    events = new ArrayList<>();
    return taken;
  }

  /** What else happened since the last call, in words, each once. */
  List<String> takeNotes() {
    List<String> taken = List.copyOf(notes);
    notes.clear();
    return taken;
  }

  /** When the session's timer is due; {@link Long#MAX_VALUE} if never. Stops the timer. */
  long takeWakeAt() {
    long taken = wakeAt;
    wakeAt = Long.MAX_VALUE;
    return taken;
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    events.add(event);
  }

  @Override
  public void copy() {
    notes.add("a copy of what other messages tell: no event");
  }

  @Override
  public void live() {
    notes.add("authentication accepted");
  }

  @Override
  public void answered() {
    notes.add("heartbeat answered");
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    notes.add("malformed: " + why + " (" + raw.remaining() + " bytes)");
  }

  @Override
  public void reconnect(Verdict how, int code, String why) {
    notes.add("the client would reconnect: " + why);
  }

  @Override
  public void wakeAt(long epochMs) {
    wakeAt = epochMs;
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    notes.add("the client would answer with " + bytes.remaining() + " bytes");
  }

  @Override
  public void fetch(int tag, HttpCall call, long delayMs) {
    notes.add("the client would fetch " + call.uri().getPath());
  }
}
