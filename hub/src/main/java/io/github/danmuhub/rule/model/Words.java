package io.github.danmuhub.rule.model;

import static java.util.stream.Collectors.joining;

import io.github.danmuhub.event.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
public final class Words {
  private static final int MILLI = 3;

  private Words() {}

  /** Empty where there is none; an amount is {@code 50 CNY}, roles are {@code member, vip}. */
  public static String of(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Money money) {
      return amount(money.milli()) + " " + money.currency();
    }
    return value instanceof Set<?> set
        ? set.stream()
            .map(each -> of(each).toLowerCase(Locale.ROOT))
            .sorted()
            .collect(joining(", "))
        : value.toString();
  }

  private static String amount(long milli) {
    return BigDecimal.valueOf(milli, MILLI).stripTrailingZeros().toPlainString();
  }

  /** Such as {@code 1.5 s}. */
  public static String duration(long ms) {
    return amount(ms) + " s";
  }
}
