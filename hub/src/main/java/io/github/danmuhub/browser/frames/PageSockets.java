package io.github.danmuhub.browser.frames;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.browser.Target;
import io.github.danmuhub.browser.TargetHook;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.Handshake;
import io.github.danmuhub.capture.Place;
import io.github.danmuhub.platform.http.Headers.Header;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of all targets that it is shown. Frames of a socket that was open before are heard
 * too, from then on; where it goes, {@link EarlySockets} find out. On the link's loop.
 */
public final class PageSockets implements TargetHook {
  private static final double MS = 1_000;

  private final Predicate<Target> wanted;
  private final SocketEar ear;
  private final LongSupplier clock;
  private int sockets;

  /** What to add to Chromium's own times; not known before the first handshake. */
  private double offset = Double.NaN;

  /**
   * @param wanted whose sockets
   * @param clock epoch ms, for what comes before Chromium has told a time
   */
  public PageSockets(Predicate<Target> wanted, SocketEar ear, LongSupplier clock) {
    this.wanted = wanted;
    this.ear = ear;
    this.clock = clock;
  }

  @Override
  public void prepare(Target target) {
    if (wanted.test(target)) {
      new OfTarget(target).begin();
    }
  }

  private long time(JsonNode event) {
    double told = event.path("timestamp").asDouble(Double.NaN);
    return Double.isNaN(offset + told) ? clock.getAsLong() : Math.round((offset + told) * MS);
  }

  /** Those of one target: a request's id means nothing beside its session. */
  private final class OfTarget {
    private final Target target;
    private final Map<String, PageSocket> made = new HashMap<>();
    private final Map<String, PageSocket> open = new HashMap<>();
    private final Map<String, List<Header>> asked = new HashMap<>();
    private final @Nullable EarlySockets early;

    OfTarget(Target target) {
      this.target = target;
      early = target.isEarly() ? new EarlySockets(target, this::known) : null;
    }

    void begin() {
      target.listen(this::on);
      var unused = target.call("Network.enable", Map.of());
      if (early != null) {
        early.begin();
      }
    }

    /** The table of what Chromium tells. */
    private void on(String method, JsonNode event) {
      switch (method) {
        case "Network.webSocketCreated" -> made(event);
        case "Network.webSocketWillSendHandshakeRequest" -> asks(event);
        case "Network.webSocketHandshakeResponseReceived" -> answered(event);
        case "Network.webSocketFrameSent" -> frame(event, Direction.SENT);
        case "Network.webSocketFrameReceived" -> frame(event, Direction.RECEIVED);
        case "Network.webSocketFrameError" -> close(event, event.path("errorMessage").asText());
        case "Network.webSocketClosed" -> close(event, "");
        default -> {}
      }
    }

    private void made(JsonNode event) {
      String url = event.path("url").asText();
      List<Place> places = Stacks.of(event.path("initiator").path("stack"));
      made.put(id(event), new PageSocket(++sockets, url, target, places, false));
      if (early != null) {
        early.announced(url);
      }
    }

    /** The first event with a time; none comes where a policy of the page forbids the socket. */
    private void asks(JsonNode event) {
      offset = event.path("wallTime").asDouble() - event.path("timestamp").asDouble();
      asked.put(id(event), Handshakes.headers(event.path("request").path("headers")));
      tell(event, 0, socket -> {});
    }

    private void answered(JsonNode event) {
      long time = time(event);
      List<Header> request = Objects.requireNonNullElse(asked.remove(id(event)), List.of());
      Handshake handshake = Handshakes.of(request, event.path("response"));
      tell(event, 0, socket -> ear.opened(socket, handshake, time));
    }

    private void frame(JsonNode event, Direction direction) {
      long time = time(event);
      PageFrame frame = PageFrame.of(event.path("response"));
      tell(
          event,
          frame.bytes().size(),
          socket -> ear.frame(socket, time, direction, frame.kind(), frame.bytes()));
      if (early != null && direction == Direction.RECEIVED && early.holds(id(event))) {
        early.heard(id(event), frame.content());
      }
    }

    private void close(JsonNode event, String why) {
      String id = id(event);
      asked.remove(id);
      if (early != null && early.holds(id)) {
        early.settle(id);
      }
      if (made.containsKey(id) || open.containsKey(id)) {
        long time = time(event);
        tell(event, 0, socket -> ear.closed(socket, time, why));
        open.remove(id);
      }
    }

    /** Of one that nobody announced, which was open before we came, it may have to wait. */
    private void tell(JsonNode event, int bytes, Consumer<PageSocket> deed) {
      String id = id(event);
      PageSocket announced = made.remove(id);
      if (announced != null) {
        open.put(id, announced);
        ear.made(announced, time(event));
      }
      PageSocket socket = open.get(id);
      if (socket != null) {
        deed.accept(socket);
      } else if (early != null) {
        early.hold(id, bytes, deed);
      }
    }

    private void known(String id, String url) {
      PageSocket socket = new PageSocket(++sockets, url, target, List.of(), true);
      open.put(id, socket);
      ear.made(socket, clock.getAsLong());
      Objects.requireNonNull(early).release(id).forEach(deed -> deed.accept(socket));
    }

    private static String id(JsonNode event) {
      return event.path("requestId").asText();
    }
  }
}
