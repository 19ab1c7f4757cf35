package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.event.Money;
import io.github.danmuhub.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money for people. */
final class Amounts {
  private Amounts() {}

  /** {@code " (30 CNY)"}; empty for null and for nothing. */
  static String inBrackets(@Nullable Money value, Words words) {
    return value == null || value.milli() == 0
        ? ""
        : words.say("line.worth", spelled(value, words));
  }

  /** A currency without words stands as platforms write it. */
  private static String spelled(Money value, Words words) {
    String amount = BigDecimal.valueOf(value.milli(), 3).stripTrailingZeros().toPlainString();
    String currency = value.currency();
    return words
        .find("money." + currency.replace(':', '.'), amount)
        .orElseGet(() -> amount + " " + currency.substring(currency.indexOf(':') + 1));
  }
}
