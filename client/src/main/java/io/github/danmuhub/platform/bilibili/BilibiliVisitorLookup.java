package io.github.danmuhub.platform.bilibili;

import static io.github.danmuhub.platform.bilibili.BilibiliApi.step;

import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.http.CookieJar;
import io.github.danmuhub.platform.http.Cookies;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who we are to the platform: the device, by the cookies that the front page sets (buvid3, b_nut)
 * and {@code finger/spi} names (b_3 and b_4, as buvid3 and buvid4: asked for since 2025-06), and
 * from {@code nav} the WBI keys and the account, if the user gave a cookie.
 */
final class BilibiliVisitorLookup {
  private static final String API = "https://api.bilibili.com";
  private static final URI FRONT_PAGE = URI.create("https://www.bilibili.com/");
  private static final String BUVID3 = "buvid3";
  private static final Pattern DEVICE = Pattern.compile("[\\w-]{8,100}");
  private static final Pattern PRINTED = Pattern.compile("[\\w%+/=-]{8,200}");
  private static final Pattern LOGIN = Pattern.compile("(?:^|[;\\s])SESSDATA=[^;\\s]");
  private static final Pattern WBI_KEY = Pattern.compile("/([0-9A-Za-z]{32})\\.\\w+$");
  private static final int NOT_LOGGED_IN = -101;

  private final Credentials credentials;
  private final CookieJar cookies;
  private final Clock clock;

  BilibiliVisitorLookup(Credentials credentials, CookieJar cookies, Clock clock) {
    this.credentials = credentials;
    this.cookies = cookies;
    this.clock = clock;
  }

  CompletionStage<BilibiliVisitor> find(BilibiliApi api) {
    return device(api)
        .thenCompose(
            device ->
                api.ask("account and keys", API + "/x/web-interface/nav", own().header())
                    .thenApply(step(answer -> visitor(answer, device))));
  }

  /** The platform may not trust the device any more: the next one is new. */
  void forget(BilibiliVisitor visitor) {
    cookies.forget(FRONT_PAGE, BUVID3, visitor.buvid3());
  }

  /** The user's, which are shown where they are needed only. */
  Cookies own() {
    return Cookies.parse(credentials.cookie());
  }

  /** As a browser has them: of the front page, and what its script asks for as well. */
  private CompletionStage<String> device(BilibiliApi api) {
    String known = shown();
    if (isDevice(known)) {
      return CompletableFuture.completedStage(known);
    }
    CompletionStage<HttpReply> page = api.get("device cookie", FRONT_PAGE.toString(), "");
    return fingerprint(api)
        .thenCombine(page, (printed, unused) -> printed)
        .thenApply(step(this::keep));
  }

  private String shown() {
    return own().or(cookies.shownTo(FRONT_PAGE)).get(BUVID3);
  }

  /** What the page has set counts more. */
  private String keep(Cookies printed) throws LookupException {
    cookies.keep(FRONT_PAGE, printed.with(cookies.shownTo(FRONT_PAGE)));
    if (!isDevice(shown())) {
      throw LookupException.again(0, "device cookie: the answer has none");
    }
    return shown();
  }

  private static boolean isDevice(String value) {
    return DEVICE.matcher(value).matches();
  }

  /** Without it there is still the front page. */
  private static CompletionStage<Cookies> fingerprint(BilibiliApi api) {
    return api.ask("device cookie", API + "/x/frontend/finger/spi", "")
        .thenApply(
            answer ->
                printed(BUVID3, answer.text("data.b_3"))
                    .with(printed("buvid4", answer.text("data.b_4"))))
        .exceptionally(unanswered -> Cookies.NONE);
  }

  private static Cookies printed(String name, String value) {
    return PRINTED.matcher(value).matches() ? Cookies.NONE.with(name, value) : Cookies.NONE;
  }

  /**
   * To an anonymous visitor {@code nav} answers -101, but with the keys. So it does to a cookie of
   * the device alone, in which no login can have expired.
   */
  private BilibiliVisitor visitor(BilibiliApiAnswer answer, String buvid3) throws LookupException {
    if (answer.code() == NOT_LOGGED_IN && LOGIN.matcher(credentials.cookie()).find()) {
      throw LookupException.failed(
          NOT_LOGGED_IN, "cookie expired: log in again and export it anew (code -101)");
    }
    if (answer.code() != NOT_LOGGED_IN) {
      answer.ok();
    }
    return new BilibiliVisitor(
        answer.number("data.mid"),
        buvid3,
        key(answer, "data.wbi_img.img_url"),
        key(answer, "data.wbi_img.sub_url"),
        clock.ticks());
  }

  /** The keys are the file names of two pictures. */
  private static String key(BilibiliApiAnswer answer, String path) throws LookupException {
    Matcher key = WBI_KEY.matcher(answer.text(path));
    if (!key.find()) {
      throw LookupException.again(0, answer.what() + ": the answer has no WBI key");
    }
    return key.group(1);
  }
}
