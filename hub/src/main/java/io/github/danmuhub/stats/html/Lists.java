package io.github.danmuhub.stats.html;

import io.github.danmuhub.stats.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Lists of the first, each with a bar as long as its share of the first one. */
final class Lists {
  private static final int LONGEST = 100;

  private Lists() {}

  /**
   * A panel; nothing where there is nothing to list.
   *
   * @param amount how long the bar is
   */
  static <T> Markup panel(
      String title,
      String note,
      List<T> items,
      Function<T, String> name,
      ToDoubleFunction<T> amount,
      Function<T, String> told) {
    if (items.isEmpty()) {
      return Markup.NONE;
    }
    double most = items.stream().mapToDouble(amount).max().orElse(1);
    List<Markup> rows = new ArrayList<>();
    for (T item : items.subList(0, Math.min(LONGEST, items.size()))) {
      double share = most <= 0 ? 0 : Math.max(0, amount.applyAsDouble(item) / most);
      rows.add(
          Markup.of(
              "<li style=\"--w:{}%\"><bdi>{}</bdi><b>{}</b></li>",
              percent(share), name.apply(item), told.apply(item)));
    }
    return Markup.of(
        "<section class=\"panel\"><h2>{}<span>{}</span></h2><ol class=\"bars\">{}</ol></section>",
        title,
        note,
        Markup.join(rows));
  }

  /** Words, the larger the more messages say them. */
  static Markup words(String title, String note, List<Report.Word> words) {
    if (words.isEmpty()) {
      return Markup.NONE;
    }
    double most = words.get(0).messages();
    List<Markup> all = new ArrayList<>();
    for (Report.Word word : words) {
      double size = 0.85 + 1.15 * Math.sqrt(word.messages() / most);
      all.add(
          Markup.of(
              "<li style=\"--size:{}em\"><bdi>{}</bdi><small>{}</small></li>",
              String.format(Locale.ROOT, "%.2f", size),
              word.text(),
              word.messages()));
    }
    return Markup.of(
        "<section class=\"panel wide\"><h2>{}<span>{}</span></h2><ul class=\"words\">{}</ul>"
            + "</section>",
        title,
        note,
        Markup.join(all));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", share * 100);
  }
}
