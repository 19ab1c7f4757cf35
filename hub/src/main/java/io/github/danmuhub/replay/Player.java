package io.github.danmuhub.replay;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Closed;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.replay.Tape.Said;
import io.github.danmuhub.replay.Tape.Step;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays a tape to one end of a socket: says what its own side said, by the tape's pauses, and waits
 * for what the other side said; for {@value #PATIENCE_MS} ms at most. On the loop only.
 */
final class Player implements SocketListener {
  private static final long PATIENCE_MS = 10_000;
  private static final int EARLY = 1_000;

  private final Tape tape;
  private final boolean asClient;
  private final Pace pace;
  private final Loop loop;
  private final Runnable over;
  private Loop.Timer timer = () -> {};
  private @Nullable Socket socket;
  private int position;
  private int early;
  private boolean waiting;

  /**
   * How fast.
   *
   * @param speed twice as fast with 2; 0 = without a pause
   * @param loop whether it begins again at its end
   */
  record Pace(double speed, boolean loop) {
    long of(long pauseMs) {
      return speed == 0 ? 0 : Math.round(pauseMs / speed);
    }
  }

  /**
   * Plays from the beginning.
   *
   * @param over told once the tape is over, or the socket gone
   */
  Player(Tape tape, boolean asClient, Pace pace, Loop loop, Runnable over) {
    this.tape = tape;
    this.asClient = asClient;
    this.pace = pace;
    this.loop = loop;
    this.over = over;
  }

  @Override
  public void onOpen(Socket opened) {
    socket = opened;
    next();
  }

  private void next() {
    if (position == tape.steps().size()) {
      if (pace.loop()) {
        position = 0;
        early = 0;
        timer = loop.schedule(Math.max(1, pace.of(1_000)), this::next);
      } else {
        over.run();
      }
      return;
    }
    Step step = tape.steps().get(position);
    if (step.sent() == asClient) {
      timer = loop.schedule(pace.of(step.pauseMs()), () -> say(step.said()));
    } else if (early > 0 || asClient) {
      early = Math.max(0, early - 1);
      position++;
      next();
    } else {
      waiting = true;
      timer = loop.schedule(PATIENCE_MS, this::pass);
    }
  }

  private void say(Said said) {
    send(said);
    position++;
    next();
  }

  private void send(Said said) {
    Objects.requireNonNull(socket).send(said.kind(), ByteBuffer.wrap(said.bytes().toBytes()));
  }

  private void pass() {
    waiting = false;
    timer.cancel();
    position++;
    next();
  }

  @Override
  public void onFrame(FrameKind kind, ByteBuffer bytes) {
    if (asClient || kind == FrameKind.PING || kind == FrameKind.PONG) {
      return;
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    Optional<Said> answer =
        tape.answers().getOrDefault(new Said(kind, Raw.bytes(copy)), Optional.empty());
    boolean heartbeat = tape.answers().containsKey(new Said(kind, Raw.bytes(copy)));
    if (heartbeat) {
      answer.ifPresent(this::send);
    } else if (waiting) {
      pass();
    } else if (early < EARLY) {
      early++;
    }
  }

  @Override
  public void onClosed(Closed why) {
    timer.cancel();
    if (asClient) {
      over.run();
    }
  }
}
