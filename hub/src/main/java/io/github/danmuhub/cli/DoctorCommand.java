package io.github.danmuhub.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.danmuhub.RoomSettings;
import io.github.danmuhub.app.PlatformSettings;
import io.github.danmuhub.browser.room.PageDialler;
import io.github.danmuhub.cli.terminal.Console;
import io.github.danmuhub.cli.terminal.Paint;
import io.github.danmuhub.doctor.Doctor;
import io.github.danmuhub.doctor.Step;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.inspect.Comparison;
import io.github.danmuhub.inspect.InspectOptions;
import io.github.danmuhub.platform.RoomNames;
import io.github.danmuhub.platform.Settings;
import io.github.danmuhub.platform.SlotSettings;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Printable;
import io.github.danmuhub.transport.Loop;
import io.github.danmuhub.transport.Route;
import io.github.danmuhub.transport.Transport;
import io.github.danmuhub.wire.MalformedException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code danmu doctor}: which step of a connection fails, and why. */
@Command(
    name = "doctor",
    description =
        "Walk the connection to a room step by step: cookie, lookup, dial, auth, messages.",
    footer = {"", "Example: danmu doctor bilibili:21452505 --cookie-file bilibili.cookie"})
final class DoctorCommand implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 120;

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "ROOM",
      description = "bilibili:21452505, or the URL of its page.")
  String room = "";

  @Mixin NetworkOptions network = new NetworkOptions();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = Seconds.class,
      defaultValue = "10s",
      description = "How long to listen once let in (default ${DEFAULT-VALUE}).")
  Duration listen = Duration.ofSeconds(10);

  @Option(
      names = "--against",
      paramLabel = "CAPTURE",
      description = "Also say what the platform says otherwise than in this capture.")
  @Nullable Path against;

  @Option(names = "--json", description = "One JSON object a step.")
  boolean json;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    RoomNames.Named named = network.feeds.names().read(network.room(room).toString());
    network.throughPages(List.of(named.room()));
    PlatformSettings settings = network.platformSettings();
    try (Transport transport = Transport.create(1);
        PageDialler pages = network.browser.dialler(console::say)) {
      Loop loop = transport.nextLoop();
      Route route = new Route(network.simulator, network.proxy);
      HeardFrames heard = new HeardFrames(named.room());
      Doctor doctor =
          new Doctor(
              loop, transport.dialler(loop, route, pages), listen.toMillis(), this::tell, heard);
      boolean healthy =
          doctor
              .examine(
                  named.platform(),
                  named.room(),
                  own(named.platform().id(), settings.of(named.platform().id())))
              .get(PATIENCE_SECONDS + listen.toSeconds(), TimeUnit.SECONDS);
      boolean same = against == null || compare(against, heard);
      return healthy && same ? 0 : 1;
    }
  }

  /** Whether the platform says nothing but what it said in the capture. */
  private boolean compare(Path capture, HeardFrames heard) throws IOException {
    try {
      List<Phrase> changes =
          new Comparison(
                  network.feeds.platforms(), InspectOptions.DEFAULT, System.currentTimeMillis())
              .of(capture, heard);
      for (Phrase change : changes) {
        tell(new Step("against " + capture.getFileName(), Step.Outcome.WARNING, change, 0));
      }
      if (changes.isEmpty()) {
        Phrase all = Phrase.of("doctor.same");
        tell(new Step("against " + capture.getFileName(), Step.Outcome.OK, all, 0));
      }
      return changes.isEmpty();
    } catch (MalformedException e) {
      throw new CommandFailure(Phrase.of("doctor.compare", capture, Phrase.library(e.why())));
    }
  }

  private static Settings own(String platform, RoomSettings settings) {
    return new Settings(
        platform, SlotSettings.own(settings.settings()), settings.credentials(), false);
  }

  private void tell(Step step) {
    synchronized (console) {
      console.out().println(json ? toJson(step) : toLine(step));
      console.out().flush();
    }
  }

  private String toLine(Step step) {
    Paint paint = new Paint(console.colours());
    String mark =
        switch (step.outcome()) {
          case OK -> paint.green("✓");
          case WARNING -> paint.gold("!");
          case FAILED -> paint.red("✗");
        };
    return "%s %s: %s %s"
        .formatted(
            mark,
            Printable.line(
                console
                    .words()
                    .find("doctor.step." + step.name())
                    .orElse(console.words().sentence(step.name()))),
            Printable.line(console.words().say(step.detail())),
            paint.dim("(" + step.tookMs() + " ms)"));
  }

  private static String toJson(Step step) {
    StringWriter text = new StringWriter();
    try (JsonGenerator g = new JsonFactory().createGenerator(text)) {
      g.writeStartObject();
      g.writeStringField("step", step.name());
      g.writeStringField("outcome", EnumWords.word(step.outcome()));
      g.writeStringField("detail", step.detail().toString());
      g.writeNumberField("took_ms", step.tookMs());
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
