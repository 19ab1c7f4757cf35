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
import java.util.List;
import java.util.function.Consumer;

/** The report for people. */
final class InspectionPrinter implements Findings {
  private static final int LONGEST_VALUE = 400;

  /** As wide as a field's name. */
  private static final String NAME = " ".repeat(15);

  private final Consumer<String> out;
  private final FrameFilter filter;
  private final InspectOptions options;

  InspectionPrinter(Consumer<String> out, FrameFilter filter, InspectOptions options) {
    this.out = out;
    this.filter = filter;
    this.options = options;
  }

  void begin(String input, int frames) {
    out.accept("input: %s, %d frame%s".formatted(input, frames, frames == 1 ? "" : "s"));
  }

  @Override
  public void opened(CaptureEntry.Open open) {
    String url = open.url().isEmpty() ? "" : ": " + UrlSecrets.masked(open.url());
    out.accept("");
    out.accept("socket %d%s".formatted(open.connection(), url));
  }

  @Override
  public void closed(CaptureEntry.Close close) {
    String reason = close.reason().isEmpty() ? "" : " '" + shown(close.reason()) + "'";
    out.accept("");
    out.accept(
        "socket %d closed: %d%s, %s"
            .formatted(close.connection(), close.code(), reason, CloseWords.of(close.code())));
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
      StatisticsWords.of(statistics).forEach(line -> out.accept(shown(line)));
    }
    problems.forEach(problem -> out.accept("problem: " + shown(problem)));
  }

  private void print(InspectedFrame frame) {
    Traffic traffic = frame.frame();
    out.accept("");
    out.accept(
        "#%d %s %s, %d bytes, %s"
            .formatted(
                frame.number(),
                EnumWords.word(traffic.direction()),
                Frames.kind(traffic),
                traffic.bytes().size(),
                guess(frame)));
    if (options.hex() && !frame.layers().isEmpty()) {
      HexDump.print(traffic.bytes().toBytes(), out);
    }
    frame.layers().forEach(layer -> print(layer, 1));
    if (frame.layers().isEmpty() || (frame.platform() == null && !Handshake.is(traffic))) {
      HexDump.print(traffic.bytes().toBytes(), out);
    }
    frame.notes().forEach(note -> out.accept("  - " + shown(note)));
    frame.events().forEach(this::print);
  }

  private static String guess(InspectedFrame frame) {
    return frame.platform() == null
        ? "no platform recognizes it"
        : frame.platform() + " (" + frame.certainty() + " % sure)";
  }

  private void print(Layer layer, int depth) {
    if (depth > options.depth()) {
      return;
    }
    String indent = "  ".repeat(depth);
    out.accept(
        "%s%s  [%d bytes at %d]"
            .formatted(indent, shown(layer.title()), layer.size(), layer.offset()));
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
    List<String> value = PrettyJson.lines(field.value());
    String meaning = field.meaning().isEmpty() ? "" : "  " + field.meaning();
    out.accept(
        "%s%s%-14s %s%s"
            .formatted(indent, front, shown(field.name()), shown(value.get(0)), shown(meaning)));
    value.stream().skip(1).forEach(line -> out.accept(indent + NAME + shown(line)));
  }

  private void print(LiveEvent event) {
    String json = new String(EventWriter.write(event), UTF_8);
    out.accept("  => " + EventTypes.name(event) + " " + shown(json));
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_VALUE
        ? text
        : text.substring(0, LONGEST_VALUE) + "… (" + text.length() + " characters)";
  }
}
