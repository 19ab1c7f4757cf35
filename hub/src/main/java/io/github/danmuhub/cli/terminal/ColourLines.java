package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.event.Connection;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One line a person can read for each event, with the time of day in front. */
public final class ColourLines implements EventPrinter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Screen screen;
  private final Paint paint;
  private final ChatLine line;
  private final boolean withRoom;

  /**
   * @param withRoom whether each line says which room it is of
   */
  public ColourLines(Screen screen, boolean colours, boolean withRoom, Words words) {
    this.screen = screen;
    this.paint = new Paint(colours);
    this.line = new ChatLine(paint, words);
    this.withRoom = withRoom;
  }

  @Override
  public void print(LiveEvent event) {
    String time = TIME.format(Instant.ofEpochMilli(event.origin().received()));
    screen.line(paint.dim(time + room(event)) + " " + line.of(event));
  }

  private String room(LiveEvent event) {
    boolean said = !withRoom || event instanceof Connection;
    return said ? "" : " " + event.origin().platform() + ":" + event.origin().room();
  }
}
