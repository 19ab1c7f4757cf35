package io.github.danmuhub.device;

import io.github.danmuhub.device.safety.Now;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread, {@code danmu-devices}, on which all gates decide. At most {@value #WAITING} tasks
 * wait for it, and {@value #URGENT} that go before all others; a further one is refused, and who
 * brings it is told.
 */
final class DeviceLoop implements AutoCloseable {
  static final int STEP_MS = 50;
  private static final int WAITING = 4_096;
  private static final int URGENT = 256;
  private static final long CLOSING_MS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(DeviceLoop.class);

  private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Queue<Runnable> urgent = new ArrayBlockingQueue<>(URGENT);
  private final InstantSource wall;
  private final Consumer<Now> everyStep;
  private final Runnable onFault;
  private final Thread thread = new Thread(this::run, "danmu-devices");
  private volatile boolean open = true;

  /**
   * @param wall the clock of quiet hours and days; all else goes by ticks
   * @param everyStep told every {@value #STEP_MS} ms
   * @param onFault told when a task throws
   */
  DeviceLoop(InstantSource wall, Consumer<Now> everyStep, Runnable onFault) {
    this.wall = wall;
    this.everyStep = everyStep;
    this.onFault = onFault;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Now now() {
    return new Now(ticks(), wall.millis());
  }

  static long ticks() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  /** Soon, in order; false: it is refused. Any thread. */
  boolean run(Runnable task) {
    return open && waiting.offer(task);
  }

  /** Before all others; false: as many are urgent already. Any thread. */
  boolean runFirst(Runnable task) {
    boolean taken = open && urgent.offer(task);
    waiting.offer(() -> {}); // wakes it; where that is full it is awake
    return taken;
  }

  private void run() {
    long next = ticks();
    while (open) {
      doUrgent();
      if (ticks() >= next) {
        next = ticks() + STEP_MS;
        guarded(() -> everyStep.accept(now()));
      }
      guarded(await(next));
    }
  }

  private void doUrgent() {
    for (Runnable task = urgent.poll(); task != null; task = urgent.poll()) {
      guarded(task);
    }
  }

  private Runnable await(long until) {
    try {
      Runnable task = waiting.poll(Math.max(0, until - ticks()), TimeUnit.MILLISECONDS);
      return task == null ? () -> {} : task;
    } catch (InterruptedException e) {
      open = false;
      return () -> {};
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("A device's task failed; all are disarmed", e);
      onFault.run();
    }
  }

  /** What is urgent is done still; nothing else. */
  @Override
  public void close() {
    open = false;
    waiting.offer(() -> {});
    try {
      thread.join(CLOSING_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
