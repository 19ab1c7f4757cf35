package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.kafka.broker.BrokerException;
import io.github.danmuhub.kafka.control.RoomsTopic;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which rooms have no slot here, and moves one of them at a time to a worker that has one. On
 * the dialling thread; blocks.
 */
final class Mover implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Mover.class);
  private static final long EVERY_MS = 2_000;

  private final Crew crew;
  private final Pasts pasts;
  private final String zone;
  private final Source topic;
  private final Consumer<Phrase> say;
  private final LongSupplier clock;
  private long lookedAt;
  private int told;

  /** Where a room is moved. */
  interface Source {
    RoomsTopic open() throws BrokerException;
  }

  /**
   * @param clock epoch milliseconds
   */
  Mover(
      Crew crew, Pasts pasts, String zone, Source topic, Consumer<Phrase> say, LongSupplier clock) {
    this.crew = crew;
    this.pasts = pasts;
    this.zone = zone;
    this.topic = topic;
    this.say = say;
    this.clock = clock;
  }

  @Override
  public void run() {
    Map<RoomRef, Wanted> homeless = crew.homeless();
    tell(homeless.size());
    long now = clock.getAsLong();
    if (homeless.isEmpty() || Math.abs(now - lookedAt) < EVERY_MS) {
      return;
    }
    lookedAt = now;
    try {
      move(homeless, new Overflow(zone, pasts.recent(), now));
    } catch (IOException e) {
      LOG.debug("no room is moved now: {}", e.getMessage());
    }
  }

  private void tell(int homeless) {
    if (homeless != told) {
      told = homeless;
      say.accept(
          homeless == 0
              ? Phrase.of("kafka.slots-enough")
              : Phrase.of("kafka.no-slot", Phrase.count(homeless, "room")));
    }
  }

  private void move(Map<RoomRef, Wanted> homeless, Overflow overflow) throws IOException {
    Map<RoomRef, Wanted> inOrder = new TreeMap<>(Comparator.comparing(RoomRef::toString));
    inOrder.putAll(homeless);
    for (Map.Entry<RoomRef, Wanted> room : inOrder.entrySet()) {
      OptionalInt target = overflow.target(room.getKey(), room.getValue());
      if (target.isPresent()) {
        try (RoomsTopic rooms = topic.open()) {
          rooms.move(room.getKey(), target.getAsInt());
        }
        return;
      }
    }
  }
}
