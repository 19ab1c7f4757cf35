package io.github.danmuhub.intake.order;

import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.log.segment.ReadReport;
import io.github.danmuhub.record.EventReading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Another reading through a {@link Sorter}; numbered anew, as its events go out. One thread. */
final class SortedReading implements EventReading {
  private final EventReading in;
  private final Sorter sorter = new Sorter();
  private boolean over;
  private long count;

  SortedReading(EventReading in) {
    this.in = in;
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    while (!over && !sorter.isFull()) {
      Numbered event = in.next();
      over = event == null;
      if (event != null) {
        sorter.add(event);
      }
    }
    Numbered first = sorter.poll();
    return first == null ? null : new Numbered(++count, first.event());
  }

  @Override
  public long bytesRead() {
    return in.bytesRead();
  }

  @Override
  public long bytes() {
    return in.bytes();
  }

  @Override
  public ReadReport report() {
    return in.report();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
