package io.github.danmuhub.rule.read;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.rule.yaml.Faults;
import io.github.danmuhub.rule.yaml.YamlNode;
import io.github.danmuhub.rule.yaml.YamlNode.Items;
import io.github.danmuhub.rule.yaml.YamlNode.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a scalar says, read strictly: what is wrong is a fault, and the value is 0 or empty. */
final class Scalars {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern MONEY =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?) +([A-Z]{3}|[a-z0-9_-]+:[a-z0-9_-]+)");
  private static final int MILLI = 3;

  private static final Map<String, Long> UNITS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);

  private Scalars() {}

  /** Empty where it is not one. */
  static String text(YamlNode node, Faults faults) {
    if (node instanceof Text text) {
      return text.value();
    }
    faults.add(node.place(), "one text is needed here, not " + node.kind());
    return "";
  }

  static List<Text> texts(YamlNode node, Faults faults) {
    List<Text> texts = new ArrayList<>();
    for (YamlNode each : node instanceof Items items ? items.items() : List.of(node)) {
      if (each instanceof Text text) {
        texts.add(text);
      } else {
        faults.add(each.place(), "one text is needed here, not " + each.kind());
      }
    }
    return texts;
  }

  static long duration(YamlNode node, long least, long most, Faults faults) {
    Matcher matcher = DURATION.matcher(text(node, faults));
    if (!matcher.matches()) {
      faults.add(node.place(), "a duration is needed here, such as 500ms, 10s, 5m or 2h");
      return least;
    }
    BigDecimal unit = BigDecimal.valueOf(UNITS.getOrDefault(matcher.group(2), 1L));
    long ms = new BigDecimal(matcher.group(1)).multiply(unit).longValue();
    return within(node, ms, least, most, " ms", faults);
  }

  static long whole(YamlNode node, long least, long most, Faults faults) {
    String text = text(node, faults);
    if (!WHOLE.matcher(text).matches()) {
      faults.add(node.place(), "a whole number is needed here");
      return least;
    }
    return within(node, Long.parseLong(text), least, most, "", faults);
  }

  private static long within(
      YamlNode node, long value, long least, long most, String unit, Faults faults) {
    if (value < least || value > most) {
      faults.add(node.place(), "must be %d to %d%s".formatted(least, most, unit));
      return least;
    }
    return value;
  }

  static boolean flag(YamlNode node, Faults faults) {
    String text = text(node, faults);
    if (!text.equals("true") && !text.equals("false")) {
      faults.add(node.place(), "true or false is needed here");
    }
    return text.equals("true");
  }

  /** Null where it is none. */
  static @Nullable Money money(YamlNode node, Faults faults) {
    Matcher matcher = MONEY.matcher(text(node, faults));
    if (!matcher.matches()) {
      faults.add(
          node.place(),
          "an amount with its currency is needed here, such as 50 CNY or 100 douyin:diamond");
      return null;
    }
    long milli = new BigDecimal(matcher.group(1)).movePointRight(MILLI).longValue();
    return new Money(milli, matcher.group(2));
  }
}
