package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.app.HubRooms;
import io.github.danmuhub.app.Part;
import io.github.danmuhub.app.Parts;
import io.github.danmuhub.app.Telemetry;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.cli.terminal.RoomNews;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.log.LogOptions;
import io.github.danmuhub.log.segment.Compression;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.copy.CopySettings;
import io.github.danmuhub.record.notice.NoticeSettings;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code danmu record}: rooms into crash-safe JSONL, with an index. */
@Command(
    name = "record",
    description = "Record rooms: JSONL segments that survive kill -9, and an index beside them.",
    footer = {"", "Example: danmu record bilibili:545068 --out recordings"})
final class RecordCommand implements Callable<Integer> {
  private static final int MOST_MB = 1 << 20;
  private static final int YEAR = 366 * 24 * 60;

  private final Console console;

  @Mixin ListenOptions listen = new ListenOptions();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
  Path out = Path.of(".");

  @Option(
      names = "--frames",
      description = "Capture the frames too, for danmu inspect and simulate --replay.")
  boolean frames;

  @Option(
      names = "--compression",
      paramLabel = "KIND",
      description = "Of closed segments: none, zstd (default) or gzip.")
  Compression compression = Compression.ZSTD;

  @Option(
      names = "--sync",
      description = "Wait for the disk at each flush: a power cut costs no more than a kill.")
  boolean sync;

  @Option(
      names = "--rotate-mb",
      paramLabel = "N",
      description = "A segment is closed at this size: 1 to 1048576, 64 by default.")
  int rotateMb = 64;

  @Option(
      names = "--rotate-minutes",
      paramLabel = "N",
      description = "And at this age: 1 to 527040, 60 by default.")
  int rotateMinutes = 60;

  @Mixin CopyOptions copies = new CopyOptions();

  @Mixin WebhookOptions webhook = new WebhookOptions();

  RecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (out.toString().isEmpty()) {
      throw new UsageException(Phrase.of("record.out"));
    }
    List<RoomRef> rooms = listen.rooms();
    LogOptions options =
        LogOptions.of(out)
            .withRotation(megabytes(), minutes())
            .withCompression(compression)
            .withSync(sync);
    Optional<CopySettings> copied = copies.settings();
    Optional<NoticeSettings> told = webhook.settings(copied.isPresent(), console);
    EventPrinter lines =
        new ColourLines(new Screen(console.err(), false), false, true, console.words());
    Recordings recordings =
        Recordings.to(options, frames, listen.raw, listen.network.feeds.platforms(), console)
            .copying(copied)
            .telling(told);
    try (Stop stop = new Stop(console)) {
      WatchSink news = new WatchSink(new RoomNews(lines), rooms.size(), stop);
      try (DanmuClient client = listen.client(console).tap(recordings::tap).build()) {
        record(client, rooms, recordings, news, stop);
      }
      return stop.ends(news.allFailed() || !recordings.isWhole() ? 1 : 0);
    }
  }

  private long megabytes() {
    if (rotateMb < 1 || rotateMb > MOST_MB) {
      throw new UsageException(Phrase.of("usage.within", "--rotate-mb", 1, MOST_MB, rotateMb));
    }
    return rotateMb * (1L << 20);
  }

  private Duration minutes() {
    if (rotateMinutes < 1 || rotateMinutes > YEAR) {
      throw new UsageException(
          Phrase.of("usage.within", "--rotate-minutes", 1, YEAR, rotateMinutes));
    }
    return Duration.ofMinutes(rotateMinutes);
  }

  @SuppressWarnings("try") // the parts run while nothing is asked of them
  private void record(
      DanmuClient client, List<RoomRef> rooms, Recordings recordings, WatchSink news, Stop stop)
      throws Exception {
    HubRooms opened = new HubRooms(client, listen.settings(), rooms.size());
    List<Part> parts = new ArrayList<>(recordings.parts(client.events()));
    parts.add(opened);
    try (Parts running = Parts.start(parts, new Telemetry(), console::say, Stop.CLOSING)) {
      client.listen("news", news);
      for (RoomRef room : rooms) {
        opened.open(room.toString());
      }
      console.say(Phrase.of("record.begins", Phrase.count(rooms.size(), "room")));
      listen.limit.await(stop);
    }
  }
}
