package io.github.danmuhub.rule.read;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.yaml.Faults;
import io.github.danmuhub.yaml.Scalars;
import io.github.danmuhub.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount with its currency, such as {@code 50 CNY} or {@code 100 douyin:diamond}. */
final class Amounts {
  private static final Pattern MONEY =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?) +([A-Z]{3}|[a-z0-9_-]+:[a-z0-9_-]+)");
  private static final int MILLI = 3;

  private Amounts() {}

  /** Null where it is none, which is told. */
  static @Nullable Money read(YamlNode node, Faults faults) {
    Matcher matcher = MONEY.matcher(Scalars.text(node, faults));
    if (!matcher.matches()) {
      faults.add(node.place(), Phrase.of("rule.amount"));
      return null;
    }
    long milli = new BigDecimal(matcher.group(1)).movePointRight(MILLI).longValue();
    return new Money(milli, matcher.group(2));
  }
}
