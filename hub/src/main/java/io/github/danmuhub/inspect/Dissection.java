package io.github.danmuhub.inspect;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Direction;
import io.github.danmuhub.capture.CaptureEntry.Message;
import io.github.danmuhub.capture.CaptureEntry.Open;
import io.github.danmuhub.platform.Platform;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Walks through a capture: one {@link Specimen} for each connection. */
final class Dissection {
  private final List<Platform> candidates;
  private final boolean named;
  private final long now;

  /** {@code named}: the user said which platform it is, so nothing is guessed. */
  Dissection(List<Platform> candidates, boolean named, long now) {
    this.candidates = candidates;
    this.named = named;
    this.now = now;
  }

  List<InspectedFrame> inspect(Capture capture) {
    Map<Integer, Guess> guesses = guess(capture);
    List<Message> messages =
        capture.messages().stream()
            .filter(message -> !of(message, guesses).isForeign(message))
            .toList();
    Map<Integer, Specimen> specimens = specimens(guesses, messages);
    List<InspectedFrame> frames = new ArrayList<>();
    for (Message message : messages) {
      frames.add(of(message, specimens).inspect(frames.size() + 1, message));
    }
    return frames;
  }

  private static <T> T of(Message message, Map<Integer, T> byConnection) {
    return Objects.requireNonNull(byConnection.get(message.connection()));
  }

  /** First all frames of a connection are looked at, then the first is taken apart. */
  private Map<Integer, Guess> guess(Capture capture) {
    Map<Integer, Guess> guesses = new LinkedHashMap<>();
    for (CaptureEntry entry : capture.entries()) {
      if (entry instanceof Open open) {
        guesses.computeIfAbsent(open.connection(), c -> newGuess()).open(open);
      }
    }
    for (Message message : capture.messages()) {
      guesses.computeIfAbsent(message.connection(), c -> newGuess()).look(message);
    }
    return guesses;
  }

  private Map<Integer, Specimen> specimens(Map<Integer, Guess> guesses, List<Message> messages) {
    Map<Integer, Integer> frames = countFrames(messages);
    Map<Integer, Specimen> specimens = new LinkedHashMap<>();
    guesses.forEach(
        (connection, guess) ->
            specimens.put(connection, guess.specimen(now, frames.getOrDefault(connection, 0))));
    return specimens;
  }

  private Guess newGuess() {
    return new Guess(candidates, named);
  }

  private static Map<Integer, Integer> countFrames(List<Message> messages) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (Message message : messages) {
      counts.merge(message.connection(), 1, Integer::sum);
    }
    return counts;
  }

  /** A view of a frame's bytes. */
  static ByteBuffer frame(Message message) {
    return ByteBuffer.wrap(message.bytes().toBytes());
  }

  static boolean isReceived(Message message) {
    return message.direction() == Direction.RECEIVED;
  }
}
