package io.github.danmuhub.export;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Numbered;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Equal messages within a while become one, which says how many they were. Everything is held back
 * so long, but no more than {@value #HELD} events: beyond that the oldest goes on early. One
 * thread.
 */
final class Repeats implements ExportSink {
  private static final int HELD = 10_000;

  private final ExportSink sink;
  private final long withinMs;
  private final Deque<Held> held = new ArrayDeque<>();
  private final Map<String, Held> byText = new HashMap<>();

  private static final class Held {
    private final Numbered numbered;
    private final boolean takenBack;
    private int count = 1;

    private Held(Numbered numbered, boolean takenBack) {
      this.numbered = numbered;
      this.takenBack = takenBack;
    }

    private long received() {
      return numbered.event().origin().received();
    }
  }

  Repeats(ExportSink sink, long withinMs) {
    this.sink = sink;
    this.withinMs = withinMs;
  }

  @Override
  public void accept(Numbered numbered) throws IOException {
    release(numbered.event().origin().received() - withinMs);
    @Nullable Held first = numbered.event() instanceof Chat chat ? byText.get(chat.text()) : null;
    if (first != null) {
      first.count++;
      return;
    }
    Held next = new Held(numbered, false);
    hold(next);
    if (numbered.event() instanceof Chat chat) {
      byText.put(chat.text(), next);
    }
  }

  @Override
  public void takenBack(Numbered numbered) throws IOException {
    release(numbered.event().origin().received() - withinMs);
    hold(new Held(numbered, true));
  }

  private void hold(Held next) throws IOException {
    held.add(next);
    if (held.size() > HELD) {
      release(held.remove());
    }
  }

  private void release(long until) throws IOException {
    while (!held.isEmpty() && held.getFirst().received() <= until) {
      release(held.remove());
    }
  }

  private void release(Held first) throws IOException {
    Numbered numbered = first.numbered;
    if (first.takenBack) {
      sink.takenBack(numbered);
      return;
    }
    if (!(numbered.event() instanceof Chat chat)) {
      sink.accept(numbered);
      return;
    }
    byText.remove(chat.text(), first);
    String text = first.count == 1 ? chat.text() : chat.text() + " ×" + first.count;
    sink.accept(new Numbered(numbered.seq(), chat.withText(text)));
  }

  @Override
  public void finish() throws IOException {
    release(Long.MAX_VALUE);
    sink.finish();
  }
}
