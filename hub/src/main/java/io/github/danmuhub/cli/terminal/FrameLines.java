package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.text.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** One line a person can read for each thing that happened on a captured page's sockets. */
public final class FrameLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
  private static final int TEXT = 100;
  private static final int BYTES = 24;

  private final Screen screen;
  private final Paint paint;
  private final Words words;

  public FrameLines(Screen screen, boolean colours, Words words) {
    this.screen = screen;
    this.paint = new Paint(colours);
    this.words = words;
  }

  public void print(CaptureEntry entry) {
    String time = entry.time() == 0 ? "" : TIME.format(Instant.ofEpochMilli(entry.time())) + " ";
    screen.line(paint.dim(time) + line(entry));
  }

  /** So many frames had no line of their own: the terminal was too slow for them. */
  public void unsaid(long frames) {
    screen.line(paint.dim(words.say(Phrase.of("capture.unsaid", frames))));
  }

  private String line(CaptureEntry entry) {
    if (entry instanceof Open open) {
      return paint.green(Printable.line(words.say(opened(open))));
    }
    if (entry instanceof Close close) {
      return paint.red(Printable.line(words.say(closed(close))));
    }
    if (entry instanceof Http http) {
      return "#"
          + http.connection()
          + " ← HTTP "
          + http.status()
          + " "
          + bytes(http.body())
          + Printable.line(http.url());
    }
    Message message = (Message) entry;
    String arrow = message.direction() == Direction.SENT ? " → " : " ← ";
    return "#" + message.connection() + arrow + bytes(message.bytes()) + paint.dim(shown(message));
  }

  /** A frame that may hold a secret is written as zeros. */
  private static boolean isBlank(byte[] bytes) {
    for (byte each : bytes) {
      if (each != 0) {
        return false;
      }
    }
    return bytes.length > 0;
  }

  private static Phrase opened(Open open) {
    String number = "#" + open.connection();
    Phrase url = open.url().isEmpty() ? Phrase.of("capture.unknown") : Phrase.foreign(open.url());
    String platform = open.platform();
    if (open.handshake() == null) {
      return open.url().isEmpty() && platform != null
          ? Phrase.of("capture.polls", number, platform)
          : Phrase.of("capture.early", number, url);
    }
    return open.madeAt().isEmpty()
        ? Phrase.of("capture.open", number, url)
        : Phrase.of("capture.open_at", number, url, open.madeAt().get(0).toString());
  }

  private static Phrase closed(Close close) {
    return close.reason().isEmpty()
        ? Phrase.of("capture.closed", "#" + close.connection())
        : Phrase.of("capture.failed", "#" + close.connection(), close.reason());
  }

  private static String bytes(Raw raw) {
    return String.format(Locale.ROOT, "%,d B  ", raw.size());
  }

  private String shown(Message message) {
    byte[] bytes = message.bytes().toBytes();
    if (message.direction() == Direction.SENT && isBlank(bytes)) {
      return words.say("capture.blanked");
    }
    if (message.kind() == FrameKind.TEXT) {
      String text = message.bytes().text();
      return Printable.line(text.length() > TEXT ? text.substring(0, TEXT) + "…" : text);
    }
    return bytes.length > BYTES ? HEX.formatHex(bytes, 0, BYTES) + " …" : HEX.formatHex(bytes);
  }
}
