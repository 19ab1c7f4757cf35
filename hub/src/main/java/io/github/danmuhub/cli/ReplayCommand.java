package io.github.danmuhub.cli;

import io.github.danmuhub.capture.Capture;
import io.github.danmuhub.capture.CaptureFile;
import io.github.danmuhub.capture.CaptureReader;
import io.github.danmuhub.cli.terminal.ColourLines;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.EventPrinter;
import io.github.danmuhub.cli.terminal.JsonLines;
import io.github.danmuhub.cli.terminal.Screen;
import io.github.danmuhub.inspect.InspectOptions;
import io.github.danmuhub.inspect.Inspection;
import io.github.danmuhub.replay.ReplayClient;
import io.github.danmuhub.replay.ReplayServer;
import io.github.danmuhub.replay.Tape;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.UsageException;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu replay}: a captured socket once more. */
@Command(
    name = "replay",
    description =
        "Play a captured socket again: as its server, as its client to this machine, or offline"
            + " into the decoder.",
    footer = {"", "Example: danmu replay room.frames.jsonl --port 7002 --speed 10"})
final class ReplayCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "CAPTURE",
      description = "JSONL, HAR, mitmproxy's flows, pcap, .bin.")
  Path capture = Path.of("");

  @Option(names = "--port", paramLabel = "N", description = "Serve here; 0 picks one (default).")
  int port;

  @Option(
      names = "--client",
      paramLabel = "URL",
      description = "Say what the client said to a server on this machine: ws://127.0.0.1:PORT/.")
  @Nullable URI client;

  @Option(names = "--offline", description = "Into the decoder: print the events.")
  boolean offline;

  @Option(
      names = "--speed",
      paramLabel = "N",
      description = "Twice as fast with 2, without a pause with 0 (default 1; offline 0).")
  @Nullable Double speed;

  @Option(names = "--loop", description = "Begin again at the end.")
  boolean loop;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "Leave out so much of its beginning, such as 30s.")
  Duration from = Duration.ZERO;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Seconds.class,
      description = "Play so far into it only.")
  @Nullable Duration to;

  @Option(
      names = "--socket",
      paramLabel = "N",
      description = "Which socket of the capture (default: that with the most frames).")
  int socket;

  @Option(names = "--json", description = "With --offline: one JSON object a line.")
  boolean json;

  @Mixin FeedOptions feeds = new FeedOptions();

  @Mixin TimeLimit limit = new TimeLimit();

  ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (speed != null && (speed < 0 || speed.isNaN() || speed.isInfinite())) {
      throw new UsageException(Phrase.of("replay.speed"));
    }
    if (offline) {
      return events();
    }
    Tape tape = Tape.of(read(), part());
    try (Stop stop = new Stop(console)) {
      return client == null ? serve(tape, stop) : send(tape, client, stop);
    }
  }

  private Tape.Part part() {
    long end = to == null ? Long.MAX_VALUE : to.toMillis();
    return new Tape.Part(socket, from.toMillis(), end);
  }

  private double pace(double otherwise) {
    return speed == null ? otherwise : speed;
  }

  private Capture read() {
    try {
      return CaptureReader.read(capture);
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("file.unreadable", capture, FileTrouble.words(e)), e);
    } catch (MalformedException e) {
      throw new CommandFailure(Phrase.of("capture.none", capture, Phrase.library(e.why())));
    }
  }

  private int serve(Tape tape, Stop stop) throws InterruptedException, IOException {
    Runnable over = () -> console.say(Phrase.of("replay.over"));
    try (ReplayServer server = new ReplayServer(tape, port, pace(1), loop, over)) {
      console.say(Phrase.of("replay.serving", Phrase.count(tape.received(), "frame")));
      console.out().println("ready " + server.uri());
      console.out().flush();
      limit.await(stop);
      return stop.ends(0);
    }
  }

  private int send(Tape tape, URI server, Stop stop) throws InterruptedException {
    try (ReplayClient sending = new ReplayClient(tape, server, pace(1), loop)) {
      var unused = sending.end().thenRun(stop::ask);
      limit.await(stop);
      console.say(
          Phrase.of(
              "replay.heard",
              sending.end().getNow("stopped"),
              Phrase.count(sending.heard(), "frame")));
      return 0;
    }
  }

  /** The events of all sockets, in the order of the capture. */
  private int events() throws IOException, InterruptedException {
    Screen screen = new Screen(console.out(), console.terminal() && !json);
    EventPrinter lines =
        json
            ? new JsonLines(console.out())
            : new ColourLines(screen, console.colours(), true, console.words());
    try (Stop stop = new Stop(console);
        screen) {
      PacedEvents paced = new PacedEvents(lines, pace(0), from, to, stop);
      do {
        inspection().events(paced::print);
      } while (loop && !paced.isOver());
      return stop.ends(0);
    }
  }

  private Inspection inspection() throws IOException {
    try {
      return Inspection.of(
          feeds.platforms(),
          InspectOptions.DEFAULT,
          CaptureFile.of(capture),
          System.currentTimeMillis());
    } catch (IOException e) {
      throw new CommandFailure(Phrase.of("file.unreadable", capture, FileTrouble.words(e)), e);
    } catch (MalformedException e) {
      throw new CommandFailure(Phrase.of("capture.none", capture, Phrase.library(e.why())));
    }
  }
}
