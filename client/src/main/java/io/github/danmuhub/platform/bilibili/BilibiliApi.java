package io.github.danmuhub.platform.bilibili;

import io.github.danmuhub.platform.Asker;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The platform's HTTP as a browser uses it. Stages fail with a {@link LookupException}, wrapped in
 * a {@link CompletionException} as {@link CompletionStage} has it.
 */
final class BilibiliApi {
  private final Asker asker;
  private final String userAgent;

  BilibiliApi(Asker asker, String userAgent) {
    this.asker = asker;
    this.userAgent = userAgent;
  }

  /** A step of a lookup that may end it. */
  interface Step<A, B> {
    B apply(A before) throws LookupException;
  }

  static <A, B> Function<A, B> step(Step<A, B> step) {
    return before -> {
      try {
        return step.apply(before);
      } catch (LookupException e) {
        throw new CompletionException(e);
      }
    };
  }

  /**
   * Gets a JSON answer, whatever its code.
   *
   * @param what is asked for, in words
   * @param cookie as in the header; empty for none
   */
  CompletionStage<BilibiliApiAnswer> ask(String what, String url, String cookie) {
    return get(what, url, cookie).thenApply(step(reply -> BilibiliApiAnswer.read(what, reply)));
  }

  CompletionStage<HttpReply> get(String what, String url, String cookie) {
    Headers headers =
        Headers.of(
            "User-Agent", userAgent,
            "Origin", "https://live.bilibili.com",
            "Referer", "https://live.bilibili.com/");
    HttpCall call =
        HttpCall.get(URI.create(url), cookie.isEmpty() ? headers : headers.with("Cookie", cookie));
    return asker
        .http(call)
        .exceptionally(
            e -> {
              throw new CompletionException(LookupException.again(0, what + ": " + words(e)));
            });
  }

  private static String words(Throwable e) {
    Throwable cause = cause(e);
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** What is inside the wrapping that stages put around a failure. */
  static Throwable cause(Throwable e) {
    return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
  }
}
