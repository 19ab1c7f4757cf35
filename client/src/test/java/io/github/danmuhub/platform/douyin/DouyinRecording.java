package io.github.danmuhub.platform.douyin;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Out;
import io.github.danmuhub.platform.Verdict;
import io.github.danmuhub.platform.http.HttpCall;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An {@link Out} that writes down what a session wants, in order; drops repeated keys. */
public final class DouyinRecording implements Out {
  /** One wish of a session. */
  public sealed interface Action {}

  /** Compared by nobody. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Sent(FrameKind kind, byte[] bytes) implements Action {}

  public record Emitted(LiveEvent event) implements Action {}

  public record Broken(String why, int size) implements Action {}

  public record Fetch(int tag, HttpCall call, long delayMs) implements Action {}

  public record Reconnect(Verdict how, int code, String why) implements Action {}

  public record Live() implements Action {}

  public record Answered() implements Action {}

  public record MissedNothing() implements Action {}

  private final List<Action> actions = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private long wakeAt = Long.MAX_VALUE;

  public List<Action> actions() {
    return actions;
  }

  public <A extends Action> List<A> all(Class<A> kind) {
    return actions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public List<LiveEvent> events() {
    return all(Emitted.class).stream().map(Emitted::event).toList();
  }

  public <E extends LiveEvent> List<E> events(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public List<String> malformed() {
    return all(Broken.class).stream().map(Broken::why).toList();
  }

  /** Epoch milliseconds; {@link Long#MAX_VALUE} = never. */
  public long wakeAt() {
    return wakeAt;
  }

  /** The timer fired. */
  public void woken() {
    wakeAt = Long.MAX_VALUE;
  }

  public void clear() {
    actions.clear();
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    actions.add(new Sent(kind, copy));
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    if (key == null || keys.add(key)) {
      actions.add(new Emitted(event));
    }
  }

  @Override
  public void live() {
    actions.add(new Live());
  }

  @Override
  public void missedNothing() {
    actions.add(new MissedNothing());
  }

  @Override
  public void answered() {
    actions.add(new Answered());
  }

  @Override
  public void malformed(String why, ByteBuffer raw) {
    actions.add(new Broken(why, raw.remaining()));
  }

  @Override
  public void fetch(int tag, HttpCall call, long delayMs) {
    actions.add(new Fetch(tag, call, delayMs));
  }

  @Override
  public void wakeAt(long epochMs) {
    wakeAt = epochMs;
  }

  @Override
  public void reconnect(Verdict how, int code, String why) {
    actions.add(new Reconnect(how, code, why));
  }
}
