package io.github.danmuhub.platform.bilibili;

import static io.github.danmuhub.platform.bilibili.BilibiliApi.step;

import io.github.danmuhub.platform.Clock;
import io.github.danmuhub.platform.Credentials;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.http.HttpReply;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who we are to the platform: the device cookie {@code buvid3} of the front page (or of {@code
 * finger/spi}), and from {@code nav} the WBI keys and the account, if the user gave a cookie.
 */
final class BilibiliVisitorLookup {
  private static final String API = "https://api.bilibili.com";
  private static final Pattern BUVID3 = Pattern.compile("(?:^|[;\\s])buvid3=([\\w-]{8,100})");
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
    return buvid3(api)
        .thenCompose(
            buvid3 ->
                api.ask("account and keys", API + "/x/web-interface/nav", cookie(buvid3))
                    .thenApply(step(answer -> visitor(answer, buvid3))));
  }

  /** The user's cookie and the device's, as in the header. */
  String cookie(String buvid3) {
    String own = credentials.cookie();
    if (BUVID3.matcher(own).find()) {
      return own;
    }
    return own.isEmpty() ? "buvid3=" + buvid3 : own + "; buvid3=" + buvid3;
  }

  private CompletionStage<String> buvid3(BilibiliApi api) {
    Matcher own = BUVID3.matcher(credentials.cookie());
    if (own.find()) {
      return CompletableFuture.completedStage(own.group(1));
    }
    return api.get("device cookie", "https://www.bilibili.com/", "")
        .thenCompose(
            reply ->
                setCookie(reply)
                    .<CompletionStage<String>>map(CompletableFuture::completedStage)
                    .orElseGet(() -> fingerprint(api)));
  }

  private static Optional<String> setCookie(HttpReply reply) {
    return reply.headers().all("Set-Cookie").stream()
        .map(BUVID3::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private static CompletionStage<String> fingerprint(BilibiliApi api) {
    return api.ask("device cookie", API + "/x/frontend/finger/spi", "")
        .thenApply(
            step(
                answer -> {
                  String buvid3 = answer.ok().text("data.b_3");
                  if (!buvid3.matches("[\\w-]{8,100}")) {
                    throw LookupException.again(0, "device cookie: the answer has none");
                  }
                  return buvid3;
                }));
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
