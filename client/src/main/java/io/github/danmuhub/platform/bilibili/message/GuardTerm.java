package io.github.danmuhub.platform.bilibili.message;

import io.github.danmuhub.event.Membership.Term;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a guard was bought for, as a number and its unit: 1 月, 7 天, and {@code *5天}. */
final class GuardTerm {
  private static final Pattern WHOLE_TERM = Pattern.compile("\\*([0-9]{1,4})天");
  private static final int MONTHS_OF_A_YEAR = 12;

  private GuardTerm() {}

  /** A unit with a number of its own says all; else it is counted. */
  static Term of(int count, @Nullable String unit) {
    if (unit == null || count < 0) {
      return Term.UNKNOWN;
    }
    Matcher whole = WHOLE_TERM.matcher(unit);
    if (whole.matches()) {
      return Term.days(Integer.parseInt(whole.group(1)));
    }
    return switch (unit) {
      case "月" -> Term.months(count);
      case "年" ->
          Term.months(Math.min(count, Integer.MAX_VALUE / MONTHS_OF_A_YEAR) * MONTHS_OF_A_YEAR);
      case "天" -> Term.days(count);
      default -> Term.UNKNOWN;
    };
  }
}
