package io.github.danmuhub.browser.frames;

import io.github.danmuhub.browser.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The sockets of a page that it had before we came. Chromium does not say where they go: the page
 * does. What they do waits until that is known, {@value #HELD} events and {@value #BYTES} bytes of
 * each at most, and {@value #PATIENCE_MS} ms; then it is unknown. On the link's loop.
 */
final class EarlySockets {
  private static final int HELD = 500;
  private static final int BYTES = 8 << 20;
  private static final long PATIENCE_MS = 10_000;
  private static final long LOOK_MS = 250;

  private final Target target;
  private final SocketMatch match = new SocketMatch();
  private final Map<String, Held> held = new HashMap<>();
  private final List<String> announced = new ArrayList<>();
  private final BiConsumer<String, String> known;
  private boolean asked;
  private boolean looking;

  /** What one of them does meanwhile. */
  private static final class Held {
    private final long since;
    private final List<Consumer<PageSocket>> deeds = new ArrayList<>();
    private long bytes;

    Held(long since) {
      this.since = since;
    }

    boolean isFull() {
      return deeds.size() >= HELD || bytes >= BYTES;
    }
  }

  /**
   * @param known takes a request and its URL, empty where nobody knows; then {@link #release} gives
   *     what it did
   */
  EarlySockets(Target target, BiConsumer<String, String> known) {
    this.target = target;
    this.known = known;
  }

  /** Asks the page, as soon as its sockets are announced. */
  void begin() {
    var unused =
        new LiveSockets(target, PATIENCE_MS + SocketMatch.SETTLED_MS, match::told)
            .ask(match::live)
            .thenRun(
                () -> {
                  announced.forEach(match::announced);
                  asked = true;
                  look();
                });
  }

  /** A socket was made since we came; the page may have it in its list all the same. */
  void announced(String url) {
    if (!asked) {
      announced.add(url);
    }
  }

  /** One of them does something. */
  void hold(String request, int bytes, Consumer<PageSocket> deed) {
    Held one = held.computeIfAbsent(request, unused -> new Held(now()));
    one.deeds.add(deed);
    one.bytes += bytes;
    if (one.isFull()) {
      settle(request);
    } else if (!looking) {
      look();
    }
  }

  /** One of them has heard something; what it heard before the page was asked tells nothing. */
  void heard(String request, String content) {
    if (asked) {
      match.heard(request, content, now());
    }
  }

  boolean holds(String request) {
    return held.containsKey(request);
  }

  /** Now or never: the URL, empty where it is not known yet. */
  void settle(String request) {
    known.accept(request, match.url(request, now()).orElse(""));
  }

  /** What it did, in order; it is held no longer. */
  List<Consumer<PageSocket>> release(String request) {
    Held one = held.remove(request);
    return one == null ? List.of() : one.deeds;
  }

  private void look() {
    looking = false;
    Map.copyOf(held)
        .forEach(
            (request, one) -> {
              Optional<String> url = match.url(request, now());
              if (url.isPresent() || now() - one.since > PATIENCE_MS) {
                known.accept(request, url.orElse(""));
              }
            });
    if (!held.isEmpty()) {
      looking = true;
      target.loop().schedule(LOOK_MS, this::look);
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
