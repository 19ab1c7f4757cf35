package io.github.danmuhub.platform;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.http.HttpCall;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what a session wants done; drops duplicates as a connection does. */
public final class RecordingOut implements Out {
  private final List<Action> actions = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /** What was wanted. */
  public sealed interface Action {
    /** A frame to send. */
    record Send(FrameKind kind, ByteBuffer bytes) implements Action {}

    /** An event. */
    record Emit(LiveEvent event) implements Action {}

    /** Authentication was accepted. */
    record Live() implements Action {}

    /** A heartbeat came back. */
    record Answered() implements Action {}

    /** Something was broken. */
    record Broken(String why, int size) implements Action {}

    /** An HTTP request. */
    record Fetch(int tag, HttpCall call, long delayMs) implements Action {}

    /** The timer. */
    record WakeAt(long epochMs) implements Action {}

    /** The socket is given up. */
    record Reconnect(Verdict how, int code, String why) implements Action {}
  }

  /** All so far, in order. */
  public List<Action> actions() {
    return actions;
  }

  /** Those of one kind, in order. */
  public <A extends Action> List<A> all(Class<A> kind) {
    return actions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The events, in order. */
  public List<LiveEvent> events() {
    return all(Action.Emit.class).stream().map(Action.Emit::event).toList();
  }

  /** What was broken, in words. */
  public List<String> broken() {
    return all(Action.Broken.class).stream().map(Action.Broken::why).toList();
  }

  public boolean isLive() {
    return !all(Action.Live.class).isEmpty();
  }

  /** Forgets the actions, not the keys of the events. */
  public void clear() {
    actions.clear();
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    actions.add(new Action.Send(kind, ByteBuffer.wrap(copy)));
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    if (key == null || keys.add(key)) {
      actions.add(new Action.Emit(event));
    }
  }

  @Override
  public void live() {
    actions.add(new Action.Live());
  }

  @Override
  public void answered() {
    actions.add(new Action.Answered());
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    actions.add(new Action.Broken(why, raw.remaining()));
  }

  @Override
  public void fetch(int tag, HttpCall call, long delayMs) {
    actions.add(new Action.Fetch(tag, call, delayMs));
  }

  @Override
  public void wakeAt(long epochMs) {
    actions.add(new Action.WakeAt(epochMs));
  }

  @Override
  public void reconnect(Verdict how, int code, String why) {
    actions.add(new Action.Reconnect(how, code, why));
  }
}
