package io.github.danmuhub.browser.frames;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of a page's live sockets a request of Chromium's is: the only one that is left, or the only
 * one that has heard the same. Ticks are milliseconds. One thread; asks nobody.
 */
final class SocketMatch {
  /** What a page hears, it tells by then: before, nobody is ruled out. */
  static final long SETTLED_MS = 500;

  private static final int HEARD = 256;

  private final Map<String, Live> live = new HashMap<>();
  private final Map<String, List<Heard>> requests = new HashMap<>();

  /** A socket as the page has it, and what it has told of what it heard. */
  private static final class Live {
    private final String url;
    private final Map<String, Integer> told = new HashMap<>();

    Live(String url) {
      this.url = url;
    }

    boolean hasHeard(List<Heard> all, long tick) {
      Map<String, Integer> wanted = new HashMap<>();
      all.stream()
          .filter(each -> tick - each.tick() >= SETTLED_MS)
          .forEach(each -> wanted.merge(each.content(), 1, Integer::sum));
      return wanted.entrySet().stream()
          .allMatch(each -> told.getOrDefault(each.getKey(), 0) >= each.getValue());
    }
  }

  private record Heard(String content, long tick) {}

  /** A socket that the page has, and Chromium has not announced. */
  void live(String name, String url) {
    live.put(name, new Live(url));
  }

  /** One of that URL was announced: it is not looked for. */
  void announced(String url) {
    live.entrySet().stream()
        .filter(each -> each.getValue().url.equals(url))
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(live::remove);
  }

  /** The page says what one of its sockets has heard. */
  void told(String name, String content) {
    Live socket = live.get(name);
    if (socket != null && socket.told.size() < HEARD) {
      socket.told.merge(content, 1, Integer::sum);
    }
  }

  /** Chromium says what a request has heard. */
  void heard(String request, String content, long tick) {
    List<Heard> all = requests.computeIfAbsent(request, unused -> new ArrayList<>());
    if (all.size() < HEARD) {
      all.add(new Heard(content, tick));
    }
  }

  /** The URL of a request, once it is sure; then it is not looked for any more. */
  Optional<String> url(String request, long tick) {
    List<Heard> all = requests.getOrDefault(request, List.of());
    boolean several = urls(live.values().stream()).size() > 1;
    boolean settled = all.stream().anyMatch(each -> tick - each.tick() >= SETTLED_MS);
    if (several && !settled) {
      return Optional.empty();
    }
    List<String> urls =
        urls(live.values().stream().filter(each -> !several || each.hasHeard(all, tick)));
    if (urls.size() != 1) {
      return Optional.empty();
    }
    requests.remove(request);
    announced(urls.get(0));
    return Optional.of(urls.get(0));
  }

  private static List<String> urls(Stream<Live> sockets) {
    return sockets.map(each -> each.url).distinct().toList();
  }
}
