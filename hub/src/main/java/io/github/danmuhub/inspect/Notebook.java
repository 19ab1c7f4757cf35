package io.github.danmuhub.inspect;

import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.OfflineContext;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.HttpCall;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes down in words what a session wants done, instead of doing it. */
final class Notebook extends OfflineContext {
  private final Set<String> notes = new LinkedHashSet<>();

  Notebook(Settings settings) {
    super(settings);
  }

  /** What happened since the last call, each once. */
  List<String> takeNotes() {
    List<String> taken = List.copyOf(notes);
    notes.clear();
    return taken;
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
  public void reconnect(Setback why) {
    notes.add("the client would reconnect: " + why.why());
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    notes.add("the client would answer with " + bytes.remaining() + " bytes");
  }

  @Override
  public void poll(HttpCall call, long delayMs) {
    notes.add("the client would fetch " + call.uri().getPath());
  }
}
