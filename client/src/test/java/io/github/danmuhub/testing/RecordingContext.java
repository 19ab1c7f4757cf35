package io.github.danmuhub.testing;

import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.Setback;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a session, or only a decoder, wants done; drops duplicates as a connection does.
 * Its clocks are the test's. One thread.
 */
public final class RecordingContext extends LoneContext {
  /** When a test begins: 2027-01-15. */
  public static final long NOW = 1_800_000_000_000L;

  public long wallMs = NOW;
  public long ticks = 1_000;

  /** How a lookup's questions are answered; at first nobody answers. */
  public Function<HttpCall, CompletionStage<HttpReply>> http = call -> new CompletableFuture<>();

  private final List<Action> actions = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private long wakeAt = Long.MAX_VALUE;

  public RecordingContext(Settings settings) {
    super(settings, new SplittableRandom(7));
  }

  /** An anonymous visitor's, who sets nothing. */
  public static RecordingContext of(String platform) {
    return new RecordingContext(Settings.none(platform));
  }

  /** What was wanted. */
  public sealed interface Action {
    /** A frame to send. */
    record Send(FrameKind kind, ByteBuffer bytes, boolean heartbeat) implements Action {}

    /** An event. */
    record Emit(LiveEvent event) implements Action {}

    /** A message that only repeats what others tell. */
    record Copy() implements Action {}

    /** The platform accepted us. */
    record Live() implements Action {}

    /** Nothing was missed since the last socket. */
    record MissedNothing() implements Action {}

    /** A heartbeat came back. */
    record Answered() implements Action {}

    /** Something was broken. */
    record Broken(String why, int size) implements Action {}

    /** A poll. */
    record Poll(HttpCall call, long delayMs) implements Action {}

    /** The socket is given up. */
    record Reconnect(Setback why) implements Action {}
  }

  /** Lets so much time pass, on both clocks. */
  public void pass(long ms) {
    wallMs += ms;
    ticks += ms;
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

  /** Those of one type, in order. */
  public <E extends LiveEvent> List<E> events(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** What was sent, in order. */
  public List<ByteBuffer> sent() {
    return all(Action.Send.class).stream().map(Action.Send::bytes).toList();
  }

  /** What was broken, in words. */
  public List<String> broken() {
    return all(Action.Broken.class).stream().map(Action.Broken::why).toList();
  }

  public boolean isLive() {
    return !all(Action.Live.class).isEmpty();
  }

  /** When the timer is due, in ticks; {@link Long#MAX_VALUE} = never. */
  public long wakeAt() {
    return wakeAt;
  }

  /** Takes the timer, as a connection does before it wakes the session. */
  public void woken() {
    wakeAt = Long.MAX_VALUE;
  }

  /** Forgets the actions, not the keys of the events nor the timer. */
  public void clear() {
    actions.clear();
  }

  @Override
  public long wallMs() {
    return wallMs;
  }

  @Override
  public long ticks() {
    return ticks;
  }

  @Override
  public CompletionStage<HttpReply> http(HttpCall call) {
    return http.apply(cookies.onto(call))
        .thenApply(
            reply -> {
              cookies.keep(call.uri(), reply);
              return reply;
            });
  }

  @Override
  public void poll(HttpCall call, long delayMs) {
    actions.add(new Action.Poll(call, delayMs));
  }

  @Override
  public void send(FrameKind kind, ByteBuffer bytes) {
    actions.add(new Action.Send(kind, copy(bytes), false));
  }

  @Override
  public void heartbeat(FrameKind kind, ByteBuffer bytes) {
    actions.add(new Action.Send(kind, copy(bytes), true));
  }

  private static ByteBuffer copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return ByteBuffer.wrap(copy);
  }

  @Override
  public void emit(LiveEvent event, @Nullable String key) {
    actions.add(key == null || keys.add(key) ? new Action.Emit(event) : new Action.Copy());
  }

  @Override
  public void copy() {
    actions.add(new Action.Copy());
  }

  @Override
  public void live() {
    actions.add(new Action.Live());
  }

  @Override
  public void missedNothing() {
    actions.add(new Action.MissedNothing());
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
  public void wakeAt(long due) {
    wakeAt = due;
  }

  @Override
  public void reconnect(Setback why) {
    actions.add(new Action.Reconnect(why));
  }
}
