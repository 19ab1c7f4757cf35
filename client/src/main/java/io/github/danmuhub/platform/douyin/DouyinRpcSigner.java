package io.github.danmuhub.platform.douyin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.event.Raw;
import io.github.danmuhub.platform.Headers;
import io.github.danmuhub.platform.Http;
import io.github.danmuhub.platform.HttpCall;
import io.github.danmuhub.platform.HttpReply;
import io.github.danmuhub.platform.LookupException;
import io.github.danmuhub.platform.douyin.packet.DouyinSignature;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a page of the user's sign: POSTs {@code {"X-MS-STUB":"<md5>"}}, the argument of the page's
 * {@code frontierSign}, and takes the signature from the answer: bare, or the first JSON string
 * named {@code X-Bogus}, {@code signature}, {@code result} or {@code data}.
 */
record DouyinRpcSigner(URI endpoint) implements DouyinSigner {
  private static final Pattern ANSWER =
      Pattern.compile("\"(?:X-Bogus|signature|result|data)\"\\s*:\\s*\"([^\"\\\\]{1,64})\"");

  @Override
  public CompletionStage<String> sign(Http http, String stub) {
    byte[] body = "{\"X-MS-STUB\":\"%s\"}".formatted(stub).getBytes(UTF_8);
    Headers headers = Headers.of("Content-Type", "application/json");
    HttpCall call = new HttpCall("POST", endpoint, headers, Raw.bytes(body));
    return http.send(call).thenCompose(DouyinRpcSigner::read);
  }

  private static CompletionStage<String> read(HttpReply reply) {
    String text = reply.text().strip();
    Matcher named = ANSWER.matcher(text);
    String signature = named.find() ? named.group(1) : text;
    if (reply.status() == 200 && DouyinSignature.hasForm(signature)) {
      return CompletableFuture.completedFuture(signature);
    }
    return CompletableFuture.failedFuture(
        LookupException.again(
            reply.status(),
            "the signer at douyin.rpc gave no signature (HTTP %d): is the page still open there?"
                .formatted(reply.status())));
  }
}
