package io.github.danmuhub.replay;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Http;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.FrameKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What both sides of a captured socket said, in order. What a client said once, the server waited
 * for: a gate. What it said again and again is a heartbeat: nothing waits for it, and what came
 * back is said when a client says it.
 *
 * @param steps without heartbeats and what they were answered
 * @param answers heartbeat → what came back
 * @param pages what was answered over HTTP, by path
 */
public record Tape(List<Step> steps, Map<Said, Optional<Said>> answers, Map<String, Http> pages) {
  private static final long EVEN_MS = 20;
  private static final long ANSWER_MS = 2_000;
  private static final int LONGEST_HEARTBEAT = 256;

  /** A frame. */
  public record Said(FrameKind kind, Raw bytes) {}

  /**
   * One step.
   *
   * @param pauseMs since the one before it
   * @param sent whether the client said it
   */
  public record Step(long pauseMs, boolean sent, Said said) {}

  /** Which part of a capture is played. */
  public record Part(int socket, long fromMs, long toMs) {
    /** All of the socket that has the most frames. */
    public static final Part ALL = new Part(0, 0, Long.MAX_VALUE);
  }

  public Tape {
    steps = List.copyOf(steps);
    answers = Map.copyOf(answers);
    pages = Map.copyOf(pages);
  }

  /**
   * Of one socket of a capture.
   *
   * @throws IllegalArgumentException in words, if there are no frames of such a socket
   */
  public static Tape of(Capture capture, Part part) {
    int socket = part.socket() == 0 ? busiest(capture) : part.socket();
    List<Message> all =
        capture.messages().stream()
            .filter(message -> message.connection() == socket)
            .filter(
                message -> message.kind() == FrameKind.TEXT || message.kind() == FrameKind.BINARY)
            .toList();
    long first = all.isEmpty() ? 0 : all.get(0).time();
    Predicate<Message> isMeant =
        message -> message.time() - first >= part.fromMs() && message.time() - first <= part.toMs();
    List<Message> meant = all.stream().filter(isMeant).toList();
    if (meant.isEmpty()) {
      throw new IllegalArgumentException(
          "the capture has no frames of socket %d in that time".formatted(socket));
    }
    return new Winding(all, meant).tape(pages(capture));
  }

  private static int busiest(Capture capture) {
    Map<Integer, Integer> frames = new HashMap<>();
    capture.messages().forEach(message -> frames.merge(message.connection(), 1, Integer::sum));
    return frames.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static Map<String, Http> pages(Capture capture) {
    Map<String, Http> pages = new HashMap<>();
    capture.entries().stream()
        .filter(Http.class::isInstance)
        .map(Http.class::cast)
        .forEach(http -> pages.putIfAbsent(path(http.url()), http));
    return pages;
  }

  private static String path(String url) {
    return url.replaceFirst("^[a-z]+://[^/?]*", "").replaceFirst("\\?.*", "");
  }

  /** How many frames the server says. */
  public long received() {
    return steps.stream().filter(step -> !step.sent()).count();
  }

  /** Makes the steps. */
  private static final class Winding {
    private final List<Message> messages;
    private final Map<Said, Integer> times = new HashMap<>();
    private final Map<Said, Optional<Said>> answers = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** What is said again and again shows in all of it. */
    Winding(List<Message> all, List<Message> messages) {
      this.messages = messages;
      all.stream()
          .filter(Winding::isSent)
          .forEach(message -> times.merge(said(message), 1, Integer::sum));
    }

    private static boolean isSent(Message message) {
      return message.direction() == Direction.SENT;
    }

    private static Said said(Message message) {
      return new Said(message.kind(), message.bytes());
    }

    private boolean isHeartbeat(Message message) {
      return isSent(message)
          && message.bytes().size() <= LONGEST_HEARTBEAT
          && times.getOrDefault(said(message), 0) > 1;
    }

    Tape tape(Map<String, Http> pages) {
      long before = messages.get(0).time();
      for (int i = 0; i < messages.size(); i++) {
        Message message = messages.get(i);
        if (isHeartbeat(message)) {
          i += answered(message, i) ? 1 : 0;
        } else {
          boolean timed = message.time() > 0;
          long pause = timed ? Math.max(0, message.time() - before) : EVEN_MS;
          before = message.time();
          steps.add(new Step(pause, isSent(message), said(message)));
        }
      }
      return new Tape(steps, answers, pages);
    }

    /** Whether the frame behind a heartbeat is its answer. */
    private boolean answered(Message heartbeat, int at) {
      boolean answer =
          at + 1 < messages.size()
              && !isSent(messages.get(at + 1))
              && messages.get(at + 1).bytes().size() <= LONGEST_HEARTBEAT
              && messages.get(at + 1).time() - heartbeat.time() <= ANSWER_MS;
      Optional<Said> said = answer ? Optional.of(said(messages.get(at + 1))) : Optional.empty();
      answers.merge(said(heartbeat), said, (a, b) -> a.isPresent() ? a : b);
      return answer;
    }
  }
}
