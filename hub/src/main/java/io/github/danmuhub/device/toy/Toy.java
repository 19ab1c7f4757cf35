package io.github.danmuhub.device.toy;

import io.github.danmuhub.device.protocol.Report;
import io.github.danmuhub.device.protocol.Report.Pose;
import io.github.danmuhub.device.protocol.Report.Tick;
import io.github.danmuhub.text.Phrase;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * One simulated toy, alive on a thread of its own, {@code danmu-toy}, in steps of {@value #STEP_MS}
 * ms. At most {@value #WAITING} orders wait for it; further ones are dropped, stops too: it is safe
 * without them.
 */
public final class Toy implements ToyWay.Ears, AutoCloseable {
  private static final int STEP_MS = 5;
  private static final int WAITING = 1_024;
  private static final long CLOSING_MS = 1_000;

  private final Brain brain;
  private final BlockingQueue<LongFunction<List<Report>>> waiting =
      new ArrayBlockingQueue<>(WAITING);
  private final SecureRandom random = new SecureRandom();
  private final long born = System.nanoTime();
  private final ToyWay way;
  private final Consumer<String> trace;
  private final Thread thread = new Thread(this::run, "danmu-toy");
  private volatile Tick state;
  private volatile boolean open = true;

  /**
   * @param way made for what hears it
   * @param trace is told, a line each, of what it hears and says and of every change, with its
   *     tick; on the toy's thread
   */
  public Toy(Brain brain, Function<ToyWay.Ears, ToyWay> way, Consumer<String> trace) {
    this.brain = brain;
    this.state = brain.state(0);
    this.way = way.apply(this);
    this.trace = trace;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** How it stands. Any thread. */
  public Tick state() {
    return state;
  }

  @Override
  public void connected() {
    trace.accept("connected");
    waiting.offer(
        now -> {
          brain.connected(random.nextInt(), now);
          return List.of();
        });
  }

  @Override
  public void order(String line) {
    waiting.offer(
        now -> {
          trace.accept(now + " < " + line);
          return brain.hear(line, now);
        });
  }

  @Override
  public void lost(Phrase why) {
    trace.accept("lost: " + why); // a trace is the same in every language
    waiting.offer(
        now -> {
          brain.lost(now);
          return List.of();
        });
  }

  private long now() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - born);
  }

  private void run() {
    try {
      while (open) {
        LongFunction<List<Report>> next = waiting.poll(STEP_MS, TimeUnit.MILLISECONDS);
        long now = now();
        way.advance(now);
        say(brain.advance(now), now);
        if (next != null) {
          say(next.apply(now), now);
        }
        show(now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(List<Report> reports, long now) {
    for (Report report : reports) {
      if (!(report instanceof Tick)) {
        trace.accept(now + " > " + report.line());
      }
      way.say(report.line());
    }
  }

  private void show(long now) {
    Tick before = state;
    Tick after = brain.state(now);
    state = after;
    if (changed(before.pose(), after.pose()) || before.state() != after.state()) {
      trace.accept(now + " = " + after.line());
    }
  }

  private static boolean changed(Pose before, Pose after) {
    return before.lit() != after.lit()
        || before.ball() != after.ball()
        || before.wand() != after.wand();
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join(CLOSING_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    way.close();
  }
}
