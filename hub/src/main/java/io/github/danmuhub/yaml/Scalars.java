package io.github.danmuhub.yaml;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.YamlNode.Items;
import io.github.danmuhub.yaml.YamlNode.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scalar says, read strictly: what is wrong is a fault, and the value is 0 or empty. */
public final class Scalars {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private static final Map<String, Long> UNITS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);

  private Scalars() {}

  /** As it is written; empty where it is no scalar. */
  public static String text(YamlNode node, Faults faults) {
    if (node instanceof Text text) {
      return text.value();
    }
    faults.add(node.place(), Phrase.of("yaml.need-text", node.kind()));
    return "";
  }

  /** A list of scalars, or one alone; each with its place. */
  public static List<Text> texts(YamlNode node, Faults faults) {
    List<Text> texts = new ArrayList<>();
    for (YamlNode each : node instanceof Items items ? items.items() : List.of(node)) {
      if (each instanceof Text text) {
        texts.add(text);
      } else {
        faults.add(each.place(), Phrase.of("yaml.need-text", each.kind()));
      }
    }
    return texts;
  }

  /** In milliseconds, from {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h}. */
  public static long duration(YamlNode node, long least, long most, Faults faults) {
    Matcher matcher = DURATION.matcher(text(node, faults));
    if (!matcher.matches()) {
      faults.add(node.place(), Phrase.of("yaml.need-duration"));
      return least;
    }
    BigDecimal unit = BigDecimal.valueOf(UNITS.getOrDefault(matcher.group(2), 1L));
    long ms = new BigDecimal(matcher.group(1)).multiply(unit).longValue();
    return within(node, ms, least, most, " ms", faults);
  }

  /** A whole number between two bounds that count. */
  public static long whole(YamlNode node, long least, long most, Faults faults) {
    String text = text(node, faults);
    if (!WHOLE.matcher(text).matches()) {
      faults.add(node.place(), Phrase.of("yaml.need-whole"));
      return least;
    }
    return within(node, Long.parseLong(text), least, most, "", faults);
  }

  private static long within(
      YamlNode node, long value, long least, long most, String unit, Faults faults) {
    if (value < least || value > most) {
      faults.add(node.place(), Phrase.of("yaml.bounds", least, most, unit));
      return least;
    }
    return value;
  }

  /** {@code true} or {@code false}. */
  public static boolean flag(YamlNode node, Faults faults) {
    String text = text(node, faults);
    if (!text.equals("true") && !text.equals("false")) {
      faults.add(node.place(), Phrase.of("yaml.need-flag"));
    }
    return text.equals("true");
  }
}
