package io.github.danmuhub.cli;

import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.CdpException;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.browser.frames.Caller;
import io.github.danmuhub.browser.frames.CallerHook;
import io.github.danmuhub.browser.frames.EntryQueue;
import io.github.danmuhub.browser.frames.PageCapture;
import io.github.danmuhub.browser.frames.PageSockets;
import io.github.danmuhub.browser.frames.PolledAnswers;
import io.github.danmuhub.browser.frames.Whose;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu capture}: every frame of a page's sockets, and what it polls. */
@Command(
    name = "capture",
    description =
        "Open a page in a headless Chromium, or attach to your own browser, and capture every"
            + " frame of its WebSockets, both ways.",
    footer = {
      "",
      "Example: danmu capture https://live.douyin.com/80017709309 --out room.jsonl --for 60s"
    })
final class CaptureCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "URL", description = "The page.")
  URI page = URI.create("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Keep it: JSONL, or HAR where the name ends with .har.")
  @Nullable Path out;

  @Option(
      names = "--match",
      paramLabel = "PART",
      description = "Sockets only whose URL holds this.")
  String match = "";

  @Option(
      names = "--http",
      paramLabel = "PART",
      description = "Answers over HTTP too, where the URL holds this: what the page polls.")
  @Nullable String http;

  @Option(
      names = "--callers",
      description = "Tell file, line and column of who sends and who listens; a page could notice.")
  boolean callers;

  @Option(names = "--decode", description = "Show the events, where a platform is known.")
  boolean decode;

  @Option(names = "--raw", description = "Keep secrets: what is sent, cookies, tokens.")
  boolean raw;

  @Option(names = "--limit", paramLabel = "N", description = "End after N frames.")
  long most = Long.MAX_VALUE;

  @Mixin BrowserChoice choice = new BrowserChoice();

  @Mixin FeedOptions feeds = new FeedOptions();

  @Mixin TimeLimit limit = new TimeLimit();

  CaptureCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CdpException, IOException, InterruptedException {
    if (page.getHost() == null || !String.valueOf(page.getScheme()).startsWith("http")) {
      throw new UsageException(Phrase.of("capture.no_page", page.toString()));
    }
    EntryQueue queue = new EntryQueue();
    AtomicReference<@Nullable Phrase> lost = new AtomicReference<>();
    try (Stop stop = new Stop(console);
        CapturedFrames frames = CapturedFrames.to(out, feeds.platforms(), console, decode, raw);
        Browser browser = Browser.start(choice.options(), console::say)) {
      watch(browser, queue);
      var unused = open(browser).gone().thenAccept(why -> end(why, lost, stop));
      frames.take(queue, stop, limit.duration, most);
      Phrase why = lost.get();
      if (why != null) {
        console.say(why);
      }
      return stop.ends(frames.isWhole(queue) && why == null ? 0 : 1);
    }
  }

  private static void end(Phrase why, AtomicReference<@Nullable Phrase> lost, Stop stop) {
    lost.set(why);
    stop.ask();
  }

  /** Everything that is attached to is the page's, or in a browser of ours. */
  private void watch(Browser browser, EntryQueue queue) {
    LongSupplier clock = System::currentTimeMillis;
    PageCapture capture =
        new PageCapture(
            new Whose(feeds.platforms(), room()), url -> url.contains(match), queue::offer);
    browser.watch(new PageSockets(target -> true, capture, clock));
    String polled = http;
    if (polled != null) {
      browser.watch(
          new PolledAnswers(
              target -> true,
              url -> url.contains(polled),
              (target, answer) -> capture.polled(answer),
              clock));
    }
    if (callers) {
      String binding = "_" + UUID.randomUUID().toString().replace("-", "");
      browser.watch(new CallerHook(target -> true, binding, this::tell));
    }
  }

  private void tell(Caller caller) {
    console.say(
        Phrase.of(
            "capture." + caller.what(), caller.place().toString(), caller.kind(), caller.socket()));
  }

  /** The room that the page shows, where it is one's. */
  private @Nullable RoomRef room() {
    try {
      return feeds.names().read(page.toString()).room();
    } catch (IllegalArgumentException noRoom) {
      return null;
    }
  }

  private Page open(Browser browser) throws CdpException, InterruptedException {
    if (choice.attach != null) {
      try {
        Page open = BrowserChoice.await(browser.findPage(page.toString()));
        console.say(Phrase.of("capture.attached"));
        return open;
      } catch (CdpException none) {
        console.say(Phrase.of("capture.new_tab", page.toString()));
      }
    }
    Page fresh = BrowserChoice.await(browser.newPage());
    BrowserChoice.await(fresh.navigate(page));
    return fresh;
  }
}
