package io.github.danmuhub.stats.html;

import io.github.danmuhub.text.Phrase;
import io.github.danmuhub.text.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words, numbers, times and money as the report's reader has them. */
final class Wording {
  private static final double MILLI = 1_000;
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private final Words words;
  private final DateTimeFormatter day;
  private final DateTimeFormatter minute;
  private final DecimalFormat number =
      new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));

  Wording(Words words, ZoneId zone) {
    this.words = words;
    this.day = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(zone);
    this.minute = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    number.setRoundingMode(RoundingMode.HALF_UP);
  }

  String language() {
    return words.language().code();
  }

  String say(String key, Object... parts) {
    return words.say("report." + key, parts);
  }

  String number(long n) {
    return number.format(n);
  }

  String number(double n) {
    return number.format(n);
  }

  String percent(double share) {
    return number.format(Math.round(share * 100)) + " %";
  }

  String money(long milli, String currency) {
    String amount = number.format(BigDecimal.valueOf(milli, 3));
    return words
        .find("money." + currency.replace(':', '.'), amount)
        .orElseGet(() -> amount + " " + currency.substring(currency.indexOf(':') + 1));
  }

  /** A sum without its unit. */
  String amount(double milli) {
    return number.format(milli / MILLI);
  }

  /** A currency's name. */
  String currency(String currency) {
    String name = currency.substring(currency.indexOf(':') + 1);
    return words.find("page.coin." + currency.replace(':', '_')).orElse(name);
  }

  String day(long at) {
    return day.format(Instant.ofEpochMilli(at));
  }

  String minute(long at) {
    return minute.format(Instant.ofEpochMilli(at));
  }

  /** {@code 1:02:03}. */
  String span(long ms) {
    return "%d:%02d:%02d".formatted(ms / HOUR, ms / MINUTE % 60, ms / SECOND % 60);
  }

  /** What was said elsewhere, in the same language. */
  String say(Phrase phrase) {
    return words.say(phrase);
  }
}
