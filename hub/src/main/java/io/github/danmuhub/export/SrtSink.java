package io.github.danmuhub.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.SuperChat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cue from each change of what is shown to the next, so that no two overlap: the last {@value
 * #LINES} lines of chat and super chats, each for so long as a line stands. One thread.
 */
final class SrtSink implements ExportSink {
  private static final int LINES = 5;

  private final BufferedWriter out;
  private final Head head;
  private final AssStyle style;
  private final long seenMs;
  private final Deque<Line> lines = new ArrayDeque<>();
  private long since;
  private long cues;

  private record Line(long until, String text) {}

  SrtSink(OutputStream out, Head head, AssStyle style) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 14);
    this.head = head;
    this.style = style;
    this.seenMs = Math.round(style.lanes().fixedSeconds() * 1_000);
  }

  @Override
  public void accept(Numbered numbered) throws IOException {
    String text = words(numbered.event());
    if (text == null || text.isBlank()) {
      return;
    }
    long now = Math.max(since, head.at(numbered.event().origin()));
    pass(now);
    write(now);
    lines.add(new Line(now + seenMs, text));
    if (lines.size() > LINES) {
      lines.remove();
    }
  }

  private @Nullable String words(LiveEvent event) {
    if (event instanceof Chat chat) {
      return style.lineOf(chat);
    }
    boolean paid = style.boxes().layout() != AssStyle.Layout.NONE;
    return paid && event instanceof SuperChat chat ? words(chat) : null;
  }

  private static String words(SuperChat chat) {
    String paid = AssBoxes.words(chat.value());
    return CleanText.line(chat.user().displayName() + " " + paid + ": " + chat.text());
  }

  private void pass(long now) throws IOException {
    while (!lines.isEmpty() && lines.getFirst().until <= now) {
      write(lines.getFirst().until);
      lines.remove();
    }
  }

  private void write(long until) throws IOException {
    if (since < until && !lines.isEmpty()) {
      out.write(++cues + "\n" + time(since) + " --> " + time(until) + "\n");
      out.write(lines.stream().map(Line::text).collect(Collectors.joining("\n")) + "\n\n");
    }
    since = until;
  }

  private static String time(long ms) {
    long seconds = ms / 1_000;
    return "%02d:%02d:%02d,%03d"
        .formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60, ms % 1_000);
  }

  @Override
  public void finish() throws IOException {
    pass(Long.MAX_VALUE);
    out.flush();
  }
}
