package io.github.danmuhub.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.browser.room.PageDialler;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.simulator.Simulator;
import io.github.danmuhub.testing.Heard;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/** Douyin's simulated room, heard through its page in a launched Chromium. */
final class PagedRooms implements AutoCloseable {
  static final String ROOM = "douyin:80017709309";

  private final DanmuClient client;
  private final Path profiles;
  final Heard heard = new Heard();

  PagedRooms(Simulator simulator, Path profiles) {
    assumeTrue(BrowserOptions.isPossible(), "no Chromium here: apt-get install chromium");
    this.profiles = profiles;
    BrowserOptions options = BrowserOptions.LAUNCH.keepingProfilesIn(profiles);
    client =
        DanmuClient.builder(Platforms.array())
            .simulator(simulator.uri())
            .browser(new PageDialler(options, phrase -> {}))
            .build();
    client.listen("heard", heard);
    client.open(ROOM, RoomSettings.DEFAULT.with("source", "browser"));
  }

  /** What names a message of the platform: its event, which it is. */
  static List<String> messages(List<LiveEvent> events) {
    return events.stream()
        .filter(event -> event.origin().id() != null)
        .map(event -> event.getClass().getSimpleName() + " " + event.origin().id())
        .toList();
  }

  /** Kills the browser, as nobody asks it. */
  void killBrowser() {
    ProcessHandle.allProcesses().filter(this::isBrowser).forEach(ProcessHandle::destroyForcibly);
  }

  private boolean isBrowser(ProcessHandle process) {
    return process.info().arguments().stream()
        .flatMap(Stream::of)
        .anyMatch(word -> word.contains(profiles.toString()));
  }

  /** Which tab shows the page. */
  String tab(URI page) throws Exception {
    AtomicReference<String> id = new AtomicReference<>("");
    byHand(
        page,
        found -> {
          id.set(found.target().id());
          return CompletableFuture.completedStage(null);
        });
    return requireNonNull(id.get());
  }

  /** Does something to the page by another way, as a person would in the window. */
  void byHand(URI page, Function<Page, CompletionStage<?>> deed) throws Exception {
    try (Stream<Path> all = Files.list(profiles)) {
      Path profile = all.filter(Files::isDirectory).findFirst().orElseThrow();
      BrowserOptions there = BrowserOptions.LAUNCH.attaching(profile.toString());
      try (io.github.danmuhub.browser.Browser beside =
          io.github.danmuhub.browser.Browser.start(there, phrase -> {})) {
        Page found =
            beside.findPage(page.toString()).toCompletableFuture().get(60, TimeUnit.SECONDS);
        deed.apply(found).toCompletableFuture().get(60, TimeUnit.SECONDS);
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
