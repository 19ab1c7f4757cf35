package io.github.danmuhub.browser.room;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a page wants of a person before it shows a room, as its title says. */
enum PageWish {
  VERIFICATION(
      "the page asks for a captcha: solve it in your own browser, and attach to that one (--attach)",
      "验证|captcha|verify"),
  LOGIN(
      "the page asks you to sign in: do so in your own browser, and attach to that one (--attach)",
      "登录|login|sign in");

  private final String words;
  private final Pattern signs;

  PageWish(String words, String signs) {
    this.words = words;
    this.signs = Pattern.compile(signs);
  }

  String words() {
    return words;
  }

  static Optional<PageWish> of(String title) {
    String small = title.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(wish -> wish.signs.matcher(small).find()).findFirst();
  }
}
