package io.github.danmuhub.kafka.worker;

import io.github.danmuhub.kafka.sink.Tenures;
import io.github.danmuhub.platform.RoomRef;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears which tenure what is heard of rooms belongs to. On the dialling thread; may block. */
interface TenureListener {
  /** What is heard of these rooms from now on belongs to this epoch. */
  void began(Collection<RoomRef> rooms, long epoch);

  /** Their tenure is over; what is not sent yet is its tail. */
  void ended(Collection<RoomRef> rooms);

  /**
   * Tells those who send events.
   *
   * @param sink asked when the first tenure begins; null where no events go out
   */
  static TenureListener telling(@Nullable Supplier<Tenures> sink) {
    return sink == null ? new Nobody() : new Sink(sink);
  }

  /** No events go out. */
  record Nobody() implements TenureListener {
    @Override
    public void began(Collection<RoomRef> rooms, long epoch) {
      // nobody sends what is heard
    }

    @Override
    public void ended(Collection<RoomRef> rooms) {
      // nobody sends what is heard
    }
  }

  /** Events go out. A disk that does not keep the tenure costs no room: it is the log's too. */
  record Sink(Supplier<Tenures> tenures) implements TenureListener {
    private static final Logger LOG = LoggerFactory.getLogger(Sink.class);

    @Override
    public void began(Collection<RoomRef> rooms, long epoch) {
      try {
        tenures.get().began(names(rooms), epoch);
      } catch (IOException e) {
        LOG.warn("the tenures of {} rooms are not kept: {}", rooms.size(), e.getMessage());
      }
    }

    @Override
    public void ended(Collection<RoomRef> rooms) {
      tenures.get().ended(names(rooms));
    }

    private static List<String> names(Collection<RoomRef> rooms) {
      return rooms.stream().map(RoomRef::toString).toList();
    }
  }
}
