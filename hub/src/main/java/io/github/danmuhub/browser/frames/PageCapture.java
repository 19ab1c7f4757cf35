package io.github.danmuhub.browser.frames;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Close;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.capture.Handshake;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.CloseCode;
import io.github.danmuhub.platform.FrameKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a page's sockets do, as the entries of a capture. Whose a socket is, is told by its URL;
 * polled answers of a platform stand under an entry of their own. On the link's loop.
 */
public final class PageCapture implements SocketEar {
  /** What a close frame said, Chromium does not tell. */
  private static final int NO_CODE = 1005;

  private static final Handshake UNANSWERED = new Handshake(List.of(), 0, "", List.of());

  private final Whose whose;
  private final Predicate<String> urls;
  private final Consumer<CaptureEntry> out;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Map<Integer, Open> asked = new HashMap<>();
  private final Map<String, Integer> polls = new HashMap<>();
  private int last;

  /**
   * @param urls whose sockets are wanted
   */
  public PageCapture(Whose whose, Predicate<String> urls, Consumer<CaptureEntry> out) {
    this.whose = whose;
    this.urls = urls;
    this.out = out;
  }

  @Override
  public void made(PageSocket socket, long time) {
    if (socket.url().isEmpty() || urls.test(socket.url())) {
      numbers.put(socket.number(), ++last);
      @Nullable String platform = whose.platform(socket.url()).orElse(null);
      @Nullable String room = platform == null ? null : whose.room(platform);
      Open open = new Open(last, time, socket.url(), platform, room, socket.madeAt(), null);
      if (socket.early()) {
        out.accept(open);
      } else {
        asked.put(last, open);
      }
    }
  }

  @Override
  public void opened(PageSocket socket, Handshake handshake, long time) {
    Integer number = numbers.get(socket.number());
    if (number != null) {
      out(number, handshake);
    }
  }

  /** A socket is told of when its handshake is over. */
  private void out(int number, Handshake handshake) {
    Open open = asked.remove(number);
    if (open != null) {
      out.accept(
          new Open(
              open.connection(),
              open.time(),
              open.url(),
              open.platform(),
              open.room(),
              open.madeAt(),
              handshake));
    }
  }

  @Override
  public void frame(PageSocket socket, long time, Direction direction, FrameKind kind, Raw bytes) {
    Integer number = numbers.get(socket.number());
    if (number != null) {
      out(number, UNANSWERED);
      out.accept(new Message(number, time, direction, kind, bytes));
    }
  }

  @Override
  public void closed(PageSocket socket, long time, String why) {
    Integer number = numbers.remove(socket.number());
    if (number != null) {
      out(number, UNANSWERED);
      out.accept(new Close(number, time, why.isEmpty() ? NO_CODE : CloseCode.GONE, why));
    }
  }

  /** An answer over HTTP. */
  public void polled(Http answer) {
    @Nullable String platform = whose.platform(answer.url()).orElse(null);
    int number = platform == null ? 0 : polls(platform, answer.time());
    out.accept(new Http(number, answer.time(), answer.url(), answer.status(), answer.body()));
  }

  private int polls(String platform, long time) {
    return polls.computeIfAbsent(
        platform,
        unused -> {
          out.accept(new Open(++last, time, "", platform, whose.room(platform)));
          return last;
        });
  }
}
