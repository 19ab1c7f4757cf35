package io.github.danmuhub.browser.frames;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.browser.Target;
import io.github.danmuhub.browser.TargetHook;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The sockets of all targets that it is shown. Frames of a socket that was open before are heard
 * too, from then on. On the link's loop.
 */
public final class PageSockets implements TargetHook {
  private static final int TEXT = 1;
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
      OfTarget sockets = new OfTarget(target);
      target.listen(sockets::on);
      var unused = target.call("Network.enable", Map.of());
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

    OfTarget(Target target) {
      this.target = target;
    }

    /** The table of what Chromium tells. */
    void on(String method, JsonNode event) {
      switch (method) {
        case "Network.webSocketCreated" -> made(event);
        case "Network.webSocketWillSendHandshakeRequest" -> asks(event);
        case "Network.webSocketHandshakeResponseReceived" -> ear.opened(of(event), time(event));
        case "Network.webSocketFrameSent" -> frame(event, Direction.SENT);
        case "Network.webSocketFrameReceived" -> frame(event, Direction.RECEIVED);
        case "Network.webSocketFrameError" -> close(event, event.path("errorMessage").asText());
        case "Network.webSocketClosed" -> close(event, "");
        default -> {}
      }
    }

    private void made(JsonNode event) {
      Place place = Place.of(event.path("initiator").path("stack")).orElse(null);
      PageSocket socket = new PageSocket(++sockets, event.path("url").asText(), target, place);
      made.put(id(event), socket);
    }

    /** The first event with a time; none comes where a policy of the page forbids the socket. */
    private void asks(JsonNode event) {
      offset = event.path("wallTime").asDouble() - event.path("timestamp").asDouble();
      of(event);
    }

    private void frame(JsonNode event, Direction direction) {
      JsonNode frame = event.path("response");
      String payload = frame.path("payloadData").asText();
      boolean text = frame.path("opcode").asInt() == TEXT;
      Raw bytes = text ? Raw.bytes(payload.getBytes(UTF_8)) : binary(payload);
      FrameKind kind = text ? FrameKind.TEXT : FrameKind.BINARY;
      ear.frame(of(event), time(event), direction, kind, bytes);
    }

    private static Raw binary(String payload) {
      try {
        return Raw.bytes(Base64.getDecoder().decode(payload));
      } catch (IllegalArgumentException e) {
        return Raw.bytes(payload.getBytes(UTF_8)); // not as the protocol says; kept all the same
      }
    }

    private PageSocket of(JsonNode event) {
      return open.computeIfAbsent(id(event), id -> told(id, event));
    }

    /** One that nobody announced was open before we came. */
    private PageSocket told(String id, JsonNode event) {
      PageSocket announced = made.remove(id);
      PageSocket socket =
          announced == null ? new PageSocket(++sockets, "", target, null) : announced;
      ear.made(socket, time(event));
      return socket;
    }

    private void close(JsonNode event, String why) {
      String id = id(event);
      if (made.containsKey(id)) {
        of(event);
      }
      PageSocket socket = open.remove(id);
      if (socket != null) {
        ear.closed(socket, time(event), why);
      }
    }

    private static String id(JsonNode event) {
      return event.path("requestId").asText();
    }
  }
}
