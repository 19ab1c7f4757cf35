package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Asker;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.douyin.packet.DouyinSignature;
import io.github.danmuhub.platform.http.Headers;
import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets a page of the user's sign: POSTs {@code {"X-MS-STUB":"<md5>"}}, the argument of the page's
 * {@code frontierSign}, and takes the signature from the answer: bare, or the first JSON string of
 * its form that stands alone or is named {@code X-Bogus}, {@code signature}, {@code result} or
 * {@code data}. A refusal in words (RFC 9457), as a hub's {@code /rpc} gives it, is told in them.
 */
record DouyinRpcSigner(URI endpoint) implements DouyinSigner {
  private static final int OK = 200;
  private static final Pattern ANSWER =
      Pattern.compile("(?:^|\"(?:X-Bogus|signature|result|data)\"\\s*:\\s*)\"([^\"\\\\]{1,64})\"");
  private static final Pattern DETAIL =
      Pattern.compile("\"detail\"\\s*:\\s*\"([^\"\\\\\\p{Cntrl}]{1,300})\"");

  @Override
  public CompletionStage<String> sign(Asker http, String stub) {
    byte[] body = "{\"X-MS-STUB\":\"%s\"}".formatted(stub).getBytes(UTF_8);
    Headers headers = Headers.of("Content-Type", "application/json");
    HttpCall call = new HttpCall("POST", endpoint, headers, Raw.bytes(body));
    return http.http(call.directly())
        .exceptionally(noAnswer -> HttpReply.none())
        .thenCompose(DouyinRpcSigner::read);
  }

  private static CompletionStage<String> read(HttpReply reply) {
    if (reply.status() == 0) {
      return failed(0, "does not answer: is it running, and the URL right?");
    }
    String text = reply.text().strip();
    Optional<String> signature =
        Stream.concat(Stream.of(text), named(text)).filter(DouyinSignature::hasForm).findFirst();
    return reply.status() == OK && signature.isPresent()
        ? CompletableFuture.completedFuture(signature.get())
        : failed(reply.status(), refusal(reply.status(), text));
  }

  private static String refusal(int status, String text) {
    Matcher detail = DETAIL.matcher(text);
    return status != OK && detail.find()
        ? "refuses (HTTP %d): %s".formatted(status, detail.group(1))
        : "gave no signature (HTTP %d): is the page still open there?".formatted(status);
  }

  private static Stream<String> named(String text) {
    return ANSWER.matcher(text).results().map(match -> match.group(1));
  }

  private static CompletionStage<String> failed(int code, String why) {
    return CompletableFuture.failedFuture(
        LookupException.again(code, "the signer at douyin.rpc " + why));
  }

  /** Without the endpoint: a token may stand in it. */
  @Override
  public String toString() {
    return "DouyinRpcSigner[endpoint hidden]";
  }
}
