package io.github.danmuhub.cli.terminal;

import io.github.danmuhub.event.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money for people. */
final class Amounts {
  private Amounts() {}

  /** {@code " (30 CNY)"}; empty for null and for nothing. */
  static String inBrackets(@Nullable Money value) {
    if (value == null || value.milli() == 0) {
      return "";
    }
    String amount = BigDecimal.valueOf(value.milli(), 3).stripTrailingZeros().toPlainString();
    String currency = value.currency();
    return " (" + amount + " " + currency.substring(currency.indexOf(':') + 1) + ")";
  }
}
