package io.github.danmuhub.platform.douyin.packet;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Figures as Douyin prints them: {@code 22164}, {@code 43.6万}, {@code 1.2亿}, {@code 9999+}. */
public final class PrintedNumber {
  private static final int LONGEST = 20;
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private PrintedNumber() {}

  /** Empty if it is no such figure. */
  public static OptionalLong parse(String text) {
    String digits = text.endsWith("+") ? text.substring(0, text.length() - 1) : text;
    int power = digits.endsWith("万") ? 4 : digits.endsWith("亿") ? 8 : 0;
    if (power > 0) {
      digits = digits.substring(0, digits.length() - 1);
    }
    if (digits.length() > LONGEST || !digits.matches("[0-9]+(\\.[0-9]+)?")) {
      return OptionalLong.empty();
    }
    BigDecimal value = new BigDecimal(digits).movePointRight(power);
    return value.compareTo(MOST) > 0 ? OptionalLong.empty() : OptionalLong.of(value.longValue());
  }
}
