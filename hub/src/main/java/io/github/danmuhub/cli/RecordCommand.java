package io.github.danmuhub.cli;

import io.github.danmuhub.DanmuClient;
import io.github.danmuhub.platform.RoomRef;
import io.github.danmuhub.record.Compression;
import io.github.danmuhub.record.Recorder;
import io.github.danmuhub.record.RecorderOptions;
import io.github.danmuhub.record.RecordingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu record}: rooms into crash-safe JSONL, with an index. */
@Command(
    name = "record",
    description = "Record rooms: JSONL segments that survive kill -9, and an index beside them.",
    footer = {"", "Example: danmu record bilibili:545068 --out recordings"})
final class RecordCommand implements Callable<Integer> {
  /** A slow disk may hold the sink up for a while; memory is what this costs. */
  private static final int QUEUE = 65_536;

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "ROOM", description = "bilibili:21452505, or a URL.")
  List<String> rooms = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
  Path out = Path.of(".");

  @Mixin NetworkOptions network = new NetworkOptions();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "End after 30s, 5m, 2h.")
  @Nullable Duration duration;

  @Option(names = "--raw", description = "Keep every event's raw message (2 KB each).")
  boolean raw;

  @Option(
      names = "--compression",
      paramLabel = "KIND",
      description = "Of closed segments: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  Compression compression = Compression.ZSTD;

  @Option(
      names = "--sync",
      description = "Wait for the disk at each flush: a power cut costs no more than a kill.")
  boolean sync;

  RecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    network.checkSettings();
    List<RoomRef> refs = rooms.stream().map(Platforms::parse).toList();
    network.checkCookie(refs.stream().map(RoomRef::platform).collect(Collectors.toSet()));
    AtomicBoolean diskFailed = new AtomicBoolean();
    RecorderOptions options = RecorderOptions.of(out).withCompression(compression).withSync(sync);
    Stop stop = new Stop();
    WatchSink failures = new WatchSink(event -> {}, refs.size(), stop);
    try (stop;
        Recorder recorder = Recorder.open(options, failure -> fail(failure, diskFailed, stop))) {
      record(refs, recorder, failures, stop);
      console.say("recorded up to event " + recorder.lastSeq());
    }
    return failures.allFailed() || diskFailed.get() ? 1 : 0;
  }

  private void record(List<RoomRef> refs, Recorder recorder, WatchSink failures, Stop stop)
      throws InterruptedException {
    try (DanmuClient client = network.client().build()) {
      client.events().subscribe("record", QUEUE, recorder);
      client.listen("failures", failures);
      refs.forEach(
          room -> client.open(room.toString(), network.roomSettings(room.platform(), raw)));
      console.say("recording " + refs.size() + " rooms to " + out + "; Ctrl-C ends it");
      stop.await(duration);
    }
  }

  private void fail(RecordingException failure, AtomicBoolean diskFailed, Stop stop) {
    console.say(Printable.line(String.valueOf(failure.getMessage())));
    diskFailed.set(true);
    stop.ask();
  }
}
