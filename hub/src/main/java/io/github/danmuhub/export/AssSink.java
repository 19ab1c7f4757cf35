package io.github.danmuhub.export;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.Numbered;
import io.github.danmuhub.event.Origin;
import io.github.danmuhub.event.SuperChat;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Finds every message its place; what finds none becomes a comment. Holds the lanes, and the boxes
 * that stand in the picture.
 */
final class AssSink implements ExportSink {
  private static final int WHITE = 0xffffff;

  /** Of 255,000, as bright as the eye finds red, green and blue. */
  private static final int DARK = 48_000;

  /** Events that are this late may come so; a clock that was set back differs by more. */
  private static final long SET_BACK_MS = 2_000;

  private final AssStyle style;
  private final Head head;
  private final AssWriter out;
  private final AssBoxes boxes;
  private final ScrollLanes lanes;
  private final FixedRows top;
  private final FixedRows bottom;
  private final long scrollMs;
  private final long fixedMs;
  private long now;
  private long setBack;

  AssSink(OutputStream out, Head head, AssStyle style) throws IOException {
    this.style = style;
    this.head = head;
    this.out = new AssWriter(out, AssHead.of(head.title(), style));
    this.boxes = new AssBoxes(this.out, style);
    this.scrollMs = Math.round(style.lanes().scrollSeconds() * 100) * 10;
    this.fixedMs = Math.round(style.lanes().fixedSeconds() * 100) * 10;
    this.lanes = new ScrollLanes(style.laneCount(), style.width(), (double) scrollMs);
    this.top = new FixedRows(style.laneCount());
    this.bottom = new FixedRows(style.laneCount());
  }

  @Override
  public void accept(Numbered numbered) throws IOException {
    LiveEvent event = numbered.event();
    now = time(event.origin());
    if (event instanceof Chat chat) {
      chat(chat);
    } else if (style.boxes().layout() != AssStyle.Layout.NONE) {
      boxes.accept(event, now);
    }
  }

  /** A super chat is shown until the retraction that follows it. */
  @Override
  public void takenBack(Numbered numbered) throws IOException {
    if (numbered.event() instanceof SuperChat) {
      accept(numbered);
    }
  }

  /**
   * Never goes back. Where our clock was set back, time goes on from the event before, until the
   * clock has come there again.
   */
  private long time(Origin origin) {
    long clock = Math.floorDiv(origin.received() - head.start(), 10L) * 10;
    if (clock >= now) {
      setBack = 0;
    } else if (clock + setBack < now - SET_BACK_MS) {
      setBack = now - clock;
    }
    return Math.max(now, clock + setBack);
  }

  private void chat(Chat chat) throws IOException {
    switch (chat.mode()) {
      case SCROLL -> scroll(chat);
      case TOP -> fixed(chat, "TOP", top.place(now, now + fixedMs, 1));
      case BOTTOM -> fixed(chat, "BTM", bottom.place(now, now + fixedMs, 1));
    }
  }

  private void scroll(Chat chat) throws IOException {
    String text = style.lineOf(chat);
    int width = style.widthOf(text);
    int lane = lanes.place((double) now, width);
    if (lane == ScrollLanes.NONE) {
      comment(chat, "R2L", scrollMs);
      return;
    }
    long y = (long) lane * style.size();
    out.dialogue(0, now, now + scrollMs, "R2L").add("{\\move(").add(style.width() + width / 2);
    out.add(",").add(y).add(",").add(-width / 2).add(",").add(y).add(")");
    finish(chat, text);
  }

  private void fixed(Chat chat, String name, int row) throws IOException {
    if (row == FixedRows.NONE) {
      comment(chat, name, fixedMs);
      return;
    }
    int y = name.equals("TOP") ? row * style.size() : style.height() - (row + 1) * style.size();
    out.dialogue(1, now, now + fixedMs, name).add("{\\pos(").add(style.width() / 2);
    out.add(",").add(y).add(")");
    finish(chat, style.lineOf(chat));
  }

  private void comment(Chat chat, String name, long ms) throws IOException {
    out.comment(now, now + ms, name).add("{");
    finish(chat, style.lineOf(chat));
  }

  private void finish(Chat chat, String line) throws IOException {
    int color = chat.color();
    if (color != Chat.NO_COLOR && color != WHITE) {
      out.add("\\c").addColor(color);
    }
    if (color != Chat.NO_COLOR && isDark(color)) {
      out.add("\\3c").addColor(WHITE);
    }
    out.add("}").end(AssText.escaped(line));
  }

  /** Nobody would see it in its dark border. */
  private static boolean isDark(int rgb) {
    int light = 299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
    return light < DARK;
  }

  @Override
  public void finish() throws IOException {
    boxes.finish();
    out.flush();
  }
}
