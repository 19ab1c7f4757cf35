package io.github.danmuhub.device;

import io.github.danmuhub.device.safety.GateStatus.State;
import io.github.danmuhub.device.safety.Now;
import io.github.danmuhub.text.Phrase;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** All devices of a hub that move. Any thread. */
final class Devices implements AutoCloseable {
  private static final int STILL_MS = 1_000;

  private final DeviceLoop loop;
  private final List<Device> all;
  private final AtomicLong stops = new AtomicLong();
  private volatile long decidedAt = -1;

  /**
   * @param wall the clock of quiet hours and days
   */
  Devices(InstantSource wall, Function<DeviceLoop, List<Device>> make) {
    loop = new DeviceLoop(wall, this::advance, this::onFault);
    all = List.copyOf(make.apply(loop));
  }

  void start() {
    loop.start();
  }

  List<Device> all() {
    return all;
  }

  Optional<Device> find(String name) {
    return all.stream().filter(device -> device.name().equals(name)).findFirst();
  }

  private void advance(Now now) {
    long decided = decidedAt;
    if (decided >= 0 && now.ticks() - decided > STILL_MS) {
      decidedAt = -1;
      all.forEach(each -> each.disarm(Phrase.of("gate.rules-still"), true));
    }
    all.forEach(each -> each.advance(now));
  }

  private void onFault() {
    all.forEach(each -> each.disarm(Phrase.of("gate.failed"), false));
  }

  /** The loop that decides the rules is alive. */
  void decided() {
    decidedAt = DeviceLoop.ticks();
  }

  /** What was decided by other rules is not to go on. */
  void disarm(Phrase why) {
    all.forEach(device -> device.disarmNow(why));
  }

  /** All of them, at once. */
  void stop(Phrase by) {
    stops.incrementAndGet();
    all.forEach(device -> device.stopNow(by));
  }

  void stop(Device device, Phrase by) {
    stops.incrementAndGet();
    device.stopNow(by);
  }

  long stops() {
    return stops.get();
  }

  long armed() {
    return all.stream().filter(device -> device.status().state() == State.ARMED).count();
  }

  /** Lets go of all, and ends the ways to them. */
  @Override
  public void close() {
    disarm(Phrase.of("gate.stopping"));
    loop.close();
    all.forEach(Device::close);
  }
}
