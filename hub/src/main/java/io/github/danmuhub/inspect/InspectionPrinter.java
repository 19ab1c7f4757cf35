package io.github.danmuhub.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.capture.CaptureEntry;
import io.github.danmuhub.capture.CaptureEntry.Traffic;
import io.github.danmuhub.event.LiveEvent;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.event.json.EventWriter;
import io.github.danmuhub.platform.dissect.Layer;
import io.github.danmuhub.platform.http.UrlSecrets;
import io.github.danmuhub.text.Cells;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Words;
import java.util.List;
import java.util.function.Consumer;

/** The report for people. */
final class InspectionPrinter implements Findings {
  private static final int LONGEST_VALUE = 400;

  /** As wide as a field's name. */
  private static final String NAME = " ".repeat(15);

  private final Consumer<String> out;
  private final Words words;
  private final FrameFilter filter;
  private final InspectOptions options;

  InspectionPrinter(Consumer<String> out, Words words, FrameFilter filter, InspectOptions options) {
    this.out = out;
    this.words = words;
    this.filter = filter;
    this.options = options;
  }

  void begin(String input, int frames) {
    say("inspect.input", Phrase.library(input), Phrase.count(frames, "frame"));
  }

  @Override
  public void opened(CaptureEntry.Open open) {
    String url = open.url().isEmpty() ? "" : ": " + UrlSecrets.masked(open.url());
    out.accept("");
    say("inspect.socket", open.connection(), url);
  }

  @Override
  public void closed(CaptureEntry.Close close) {
    String reason = close.reason().isEmpty() ? "" : " '" + shown(close.reason()) + "'";
    out.accept("");
    Phrase why = Phrase.library(CloseWords.of(close.code()));
    say("inspect.closed", close.connection(), close.code(), reason, why);
  }

  @Override
  public void frame(InspectedFrame frame) {
    if (filter.shows(frame)) {
      print(frame);
    }
  }

  @Override
  public void end(Statistics statistics, List<String> problems) {
    if (statistics.received() + statistics.sent() > 1) {
      StatisticsWords.of(statistics).forEach(line -> out.accept(shown(words.say(line))));
    }
    problems.forEach(problem -> say("inspect.problem", shown(words.sentence(problem))));
  }

  private void print(InspectedFrame frame) {
    Traffic traffic = frame.frame();
    out.accept("");
    say(
        "inspect.frame",
        frame.number(),
        Phrase.library(EnumWords.word(traffic.direction())),
        Phrase.library(Frames.kind(traffic)),
        traffic.bytes().size(),
        guess(frame));
    if (options.hex() && !frame.layers().isEmpty()) {
      HexDump.print(traffic.bytes().toBytes(), words, out);
    }
    frame.layers().forEach(layer -> print(layer, 1));
    if (frame.layers().isEmpty() || (frame.platform() == null && !Handshake.is(traffic))) {
      HexDump.print(traffic.bytes().toBytes(), words, out);
    }
    frame.notes().forEach(note -> out.accept("  - " + shown(words.sentence(note))));
    frame.events().forEach(this::print);
  }

  private static Phrase guess(InspectedFrame frame) {
    String platform = frame.platform();
    return platform == null
        ? Phrase.of("inspect.nobody")
        : Phrase.of("inspect.sure", platform, frame.certainty());
  }

  private void print(Layer layer, int depth) {
    if (depth > options.depth()) {
      return;
    }
    String indent = "  ".repeat(depth);
    String title = indent + shown(words.sentence(layer.title()));
    say("inspect.layer", title, layer.size(), layer.offset());
    fields(layer, indent + "  ");
    layer.inner().forEach(inner -> print(inner, depth + 1));
  }

  /** Each under its bytes, or beside them. */
  private void fields(Layer layer, String indent) {
    String head = FieldRows.head(layer);
    if (!head.isEmpty()) {
      out.accept(indent + head);
    }
    List<String> fronts = FieldRows.of(layer);
    for (int i = 0; i < fronts.size(); i++) {
      print(indent, fronts.get(i), layer.fields().get(i));
    }
  }

  private void print(String indent, String front, Layer.Field field) {
    List<String> value = PrettyJson.lines(field.value(), words);
    String meaning = field.meaning().isEmpty() ? "" : "  " + words.sentence(field.meaning());
    out.accept(
        "%s%s%s %s%s".formatted(indent, front, named(field), shown(value.get(0)), shown(meaning)));
    value.stream().skip(1).forEach(line -> out.accept(indent + NAME + shown(line)));
  }

  /** A name of the platform's stays as it is; ours has a space in it. */
  private String named(Layer.Field field) {
    boolean ours = field.name().indexOf(' ') >= 0;
    String name = shown(ours ? words.sentence(field.name()) : field.name());
    return name + " ".repeat(Math.max(0, NAME.length() - 1 - Cells.width(name)));
  }

  private void print(LiveEvent event) {
    String json = new String(EventWriter.write(event), UTF_8);
    out.accept("  => " + EventTypes.name(event) + " " + shown(json));
  }

  private void say(String key, Object... parts) {
    out.accept(words.say(key, parts));
  }

  private String shown(String text) {
    return text.length() <= LONGEST_VALUE
        ? text
        : text.substring(0, LONGEST_VALUE) + words.say("inspect.cut", text.length());
  }
}
