package io.github.danmuhub.server.reader;

import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.log.Filter;
import io.github.danmuhub.log.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The next batch for a reader. Readers at the same place with the same wishes share one. Holds at
 * most {@value #LIMIT} of them, those of the newest state of the log: in the worst case, each in
 * all its forms, about 64 MiB. On the loop only.
 */
final class Batches {
  private static final int LIMIT = 64;

  private final EventLog log;
  private final Map<Key, Batch> made = new HashMap<>();
  private long madeAt = -1;

  private record Key(long after, Filter filter, int limit) {}

  Batches(EventLog log) {
    this.log = log;
  }

  /** Empty where the disk must be asked, which blocks. */
  Optional<Batch> next(long after, Filter filter, int limit) {
    forgetOld();
    Key key = new Key(after, filter, limit);
    Batch known = made.get(key);
    return known != null ? Optional.of(known) : make(key);
  }

  private Optional<Batch> make(Key key) {
    Optional<Page> page = log.recent(key.after(), key.filter(), key.limit());
    Optional<Batch> batch = page.map(found -> new Batch(log, found));
    batch.filter(found -> made.size() < LIMIT).ifPresent(found -> keep(key, found));
    return batch;
  }

  private void keep(Key key, Batch batch) {
    batch.keep();
    made.put(key, batch);
  }

  /** Drops what was made for a filter, which may be large, once no reader has that filter. */
  void forget(Filter filter) {
    forget(key -> key.filter().equals(filter));
  }

  void forgetAll() {
    forget(key -> true);
  }

  private void forget(Predicate<Key> which) {
    made.forEach(
        (key, batch) -> {
          if (which.test(key)) {
            batch.drop();
          }
        });
    made.keySet().removeIf(which);
  }

  private void forgetOld() {
    long last = log.last();
    if (last != madeAt) {
      forgetAll();
      madeAt = last;
    }
  }
}
