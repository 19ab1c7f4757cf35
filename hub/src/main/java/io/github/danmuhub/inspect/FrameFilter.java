package io.github.danmuhub.inspect;

import io.github.danmuhub.event.Unknown;
import io.github.danmuhub.event.json.EnumWords;
import io.github.danmuhub.event.json.EventTypes;
import io.github.danmuhub.platform.dissect.Layer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which frames are shown: {@code KEY=VALUE}, all of several. Keys are {@code event}, {@code
 * direction}, {@code kind}, {@code socket}, {@code platform}, {@code frame}, {@code cmd}, and the
 * names of fields; {@code ~} for {@code =} finds a part of the value.
 */
record FrameFilter(List<Condition> conditions) {
  private static final Pattern FORM = Pattern.compile("([^=~]+)([=~])(.*)", Pattern.DOTALL);

  private record Condition(String key, boolean part, String value) {
    boolean is(String given) {
      return part ? given.contains(value) : given.equals(value);
    }
  }

  FrameFilter {
    conditions = List.copyOf(conditions);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException in words
   */
  static FrameFilter of(List<String> texts) {
    return new FrameFilter(texts.stream().map(FrameFilter::condition).toList());
  }

  private static Condition condition(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "--filter " + text + ": write KEY=VALUE, such as event=chat or cmd=DANMU_MSG");
    }
    return new Condition(form.group(1).strip(), form.group(2).equals("~"), form.group(3));
  }

  boolean shows(InspectedFrame frame) {
    return conditions.stream().allMatch(one -> holds(one, frame));
  }

  private static boolean holds(Condition one, InspectedFrame frame) {
    return switch (one.key()) {
      case "event" -> frame.events().stream().anyMatch(e -> one.is(EventTypes.name(e)));
      case "direction" -> one.is(EnumWords.word(frame.frame().direction()));
      case "kind" -> one.is(Frames.kind(frame.frame()));
      case "socket" -> one.is("" + frame.frame().connection());
      case "frame" -> one.is("" + frame.number());
      case "platform" -> one.is(Objects.requireNonNullElse(frame.platform(), ""));
      case "cmd" -> hasCommand(one, frame);
      default -> frame.layers().stream().anyMatch(layer -> hasField(one, layer));
    };
  }

  private static boolean hasCommand(Condition one, InspectedFrame frame) {
    return frame.events().stream().anyMatch(e -> e instanceof Unknown u && one.is(u.cmd()))
        || frame.layers().stream()
            .flatMap(layer -> Traits.commands(layer).stream())
            .anyMatch(one::is);
  }

  private static boolean hasField(Condition one, Layer layer) {
    return layer.fields().stream()
            .anyMatch(field -> field.name().equals(one.key()) && isValue(one, field))
        || layer.inner().stream().anyMatch(inner -> hasField(one, inner));
  }

  private static boolean isValue(Condition one, Layer.Field field) {
    return one.is(field.value()) || (!field.meaning().isEmpty() && one.is(field.meaning()));
  }
}
