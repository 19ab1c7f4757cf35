package io.github.danmuhub.browser.room;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.browser.frames.PageSocket;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Dial;
import io.github.danmuhub.platform.FrameKind;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Socket;
import io.github.danmuhub.transport.SocketListener;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A room's page in a tab of its own: the first socket of the wanted kind that it opens is the
 * room's, and so is what it polls. A room that does not keep up loses its socket. A page that was
 * heard, or that wants something of a person, is kept for the next time; any other is closed. On
 * the link's loop, but for {@link #end}.
 */
final class RoomTab {
  private static final long LOOK_MS = 2_000;

  private final Dial.Browser dial;
  private final RoomLine line;
  private @Nullable Page page;
  private @Nullable PageSocket socket;
  private Consumer<Page> keeper = page -> {};
  private boolean open;
  private boolean heard;
  private volatile boolean kept;

  RoomTab(Dial.Browser dial, Loop room, SocketListener listener) {
    this.dial = dial;
    this.line = new RoomLine(room, listener);
  }

  URI page() {
    return dial.page();
  }

  /**
   * The tab is there, and about to load.
   *
   * @param keep takes the page back where it is not closed
   */
  void begin(Loop link, Page fresh, Consumer<Page> keep) {
    page = fresh;
    keeper = keep;
    if (line.isOver()) {
      leave();
      return;
    }
    link.schedule(LOOK_MS, () -> look(link));
    link.schedule(dial.pace().authWithinMs(), this::giveUp);
  }

  /** Of the sockets of a document that is left, Chromium tells nothing more, not even the end. */
  void onPageEvent(String method, JsonNode event) {
    boolean left =
        method.equals("Page.frameNavigated")
            && event.path("frame").path("parentId").isMissingNode();
    if (left && open) {
      end("the page was reloaded");
    }
  }

  void failedIf(@Nullable Throwable error) {
    if (error != null) {
      boolean wrapped = error instanceof CompletionException && error.getCause() != null;
      end(String.valueOf((wrapped ? requireNonNull(error.getCause()) : error).getMessage()));
    }
  }

  /** A page that wants something of a person makes no socket: its title says so. */
  private void look(Loop link) {
    Page shown = page;
    if (shown != null && !open && !line.isOver()) {
      var unused = shown.evaluate("document.title").thenAccept(this::read);
      link.schedule(LOOK_MS, () -> look(link));
    }
  }

  private void read(JsonNode title) {
    PageWish.of(title.asText())
        .ifPresent(
            wish -> {
              if (!open) {
                kept = true;
                end(wish.words());
              }
            });
  }

  private void giveUp() {
    if (!open) {
      end(
          "the room's page has opened no socket within "
              + dial.pace().authWithinMs() / 1_000
              + " s: look at it in your own browser, and attach to that one (--attach)");
    }
  }

  void made(PageSocket fresh) {
    if (socket == null && isWanted(fresh.url())) {
      socket = fresh;
    }
  }

  private boolean isWanted(String url) {
    return matches(dial.sockets(), url);
  }

  boolean isPoll(String url) {
    return matches(dial.polls(), url);
  }

  private static boolean matches(Predicate<URI> wanted, String url) {
    try {
      return wanted.test(URI.create(url));
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  void opened(PageSocket which) {
    if (which.equals(socket)) {
      heard = true;
      open();
    }
  }

  private void open() {
    if (!open) {
      open = true;
      kept = true;
      line.open(new Hand());
    }
  }

  void received(PageSocket which, FrameKind kind, Raw bytes) {
    if (which.equals(socket)) {
      tell(listener -> listener.onFrame(kind, ByteBuffer.wrap(bytes.toBytes())));
    }
  }

  /** A page that is not let in polls; one that is asks once, before its socket. */
  void polled(Http answer) {
    if (answer.isGood()) {
      open();
      HttpCall asked = HttpCall.get(answer.asked(), Headers.NONE);
      HttpReply reply = new HttpReply(answer.status(), Headers.NONE, answer.body());
      tell(listener -> listener.onAnswer(asked, reply));
    }
  }

  private void tell(Consumer<SocketListener> news) {
    if (!line.isOver() && !line.tell(news)) {
      end("the room does not keep up with its page");
    }
  }

  /** One that was never let in leaves the page to its polls. */
  void closed(PageSocket which, String why) {
    if (which.equals(socket) && !heard) {
      socket = null;
    } else if (which.equals(socket)) {
      end("the page's socket is closed" + (why.isEmpty() ? "" : ": " + why));
    }
  }

  /** A tab that has crashed is still there: it is closed. */
  void gone(String why) {
    kept = false;
    end(why);
  }

  /** Once: the room is told why, and the tab is left. Any thread. */
  void end(String why) {
    if (line.end(why)) {
      leave();
    }
  }

  private void leave() {
    Page shown = page;
    if (shown != null && kept) {
      keeper.accept(shown);
    } else if (shown != null) {
      var unused = shown.close();
    }
  }

  /** The room's end of it: a page sends by itself. */
  private final class Hand implements Socket {
    @Override
    public void send(FrameKind kind, ByteBuffer bytes) {}

    @Override
    public void close(int code, String reason) {
      kept = false; // nobody wants the room any more
      end(reason);
    }

    @Override
    public void drop(String why) {
      end(why);
    }
  }
}
