package io.github.danmuhub.platform.bilibili;

import static io.github.danmuhub.platform.bilibili.BilibiliApi.step;

import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.http.Cookies;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who we are to the platform: the device's cookies, all that the front page sets (buvid3, b_nut)
 * and what {@code finger/spi} names (b_3 and b_4, as buvid3 and buvid4: asked for since 2025-06),
 * and from {@code nav} the WBI keys and the account, if the user gave a cookie.
 */
final class BilibiliVisitorLookup {
  private static final String API = "https://api.bilibili.com";
  private static final String BUVID3 = "buvid3";
  private static final Pattern DEVICE = Pattern.compile("[\\w-]{8,100}");
  private static final Pattern PRINTED = Pattern.compile("[\\w%+/=-]{8,200}");
  private static final Pattern LOGIN = Pattern.compile("(?:^|[;\\s])SESSDATA=[^;\\s]");
  private static final Pattern WBI_KEY = Pattern.compile("/([0-9A-Za-z]{32})\\.\\w+$");
  private static final int NOT_LOGGED_IN = -101;

  private final Credentials credentials;
  private final Clock clock;

  BilibiliVisitorLookup(Credentials credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  CompletionStage<BilibiliVisitor> find(BilibiliApi api) {
    return device(api)
        .thenCompose(
            device ->
                api.ask("account and keys", API + "/x/web-interface/nav", cookie(device))
                    .thenApply(step(answer -> visitor(answer, device))));
  }

  /** The device's cookies and the user's, as in the header: theirs win. */
  String cookie(String device) {
    return Cookies.parse(device).with(own()).header();
  }

  private Cookies own() {
    return Cookies.parse(credentials.cookie());
  }

  /** As a browser has them: of the front page, and what its script asks for beside it. */
  private CompletionStage<String> device(BilibiliApi api) {
    String known = own().get(BUVID3);
    if (isDevice(known)) {
      return CompletableFuture.completedStage(BUVID3 + "=" + known);
    }
    CompletionStage<Cookies> page =
        api.get("device cookie", "https://www.bilibili.com/", "").thenApply(Cookies::setBy);
    return fingerprint(api)
        .thenCombine(page, Cookies::with)
        .thenApply(
            step(
                device -> {
                  if (!isDevice(device.get(BUVID3))) {
                    throw LookupException.again(0, "device cookie: the answer has none");
                  }
                  return device.header();
                }));
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
  private BilibiliVisitor visitor(BilibiliApiAnswer answer, String device) throws LookupException {
    if (answer.code() == NOT_LOGGED_IN && LOGIN.matcher(credentials.cookie()).find()) {
      throw LookupException.failed(
          NOT_LOGGED_IN, "cookie expired: log in again and export it anew (code -101)");
    }
    if (answer.code() != NOT_LOGGED_IN) {
      answer.ok();
    }
    return new BilibiliVisitor(
        answer.number("data.mid"),
        device,
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
