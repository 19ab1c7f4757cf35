package io.github.danmuhub.transport;

import io.github.danmuhub.platform.http.HttpCall;
import io.github.danmuhub.platform.http.HttpReply;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/** HTTP by one route. Asks for no compression and follows no redirect. */
final class VertxHttp implements Http {
  private final HttpClient client;
  private final Deadlines deadlines;
  private final VertxLoop loop;
  private final Route route;

  VertxHttp(HttpClient client, Deadlines deadlines, VertxLoop loop, Route route) {
    this.client = client;
    this.deadlines = deadlines;
    this.loop = loop;
    this.route = route;
  }

  @Override
  public CompletionStage<HttpReply> send(HttpCall call) {
    HttpExchange exchange = new HttpExchange(loop, deadlines.answerMs());
    loop.execute(() -> begin(call, exchange)); // nobody gets an answer while still asking
    return exchange.reply();
  }

  private void begin(HttpCall call, HttpExchange exchange) {
    try {
      client
          .request(options(call))
          .onSuccess(request -> exchange.send(request, Buffer.buffer(call.body().toBytes())))
          .onFailure(exchange::fail);
    } catch (IllegalArgumentException
        | IllegalStateException
        | RejectedExecutionException unusable) {
      exchange.fail(unusable);
    }
  }

  private RequestOptions options(HttpCall call) {
    Route way = call.direct() ? Route.DIRECT : route;
    RequestOptions options = Target.of(call.uri(), way).fill(new RequestOptions(), way);
    options.setMethod(HttpMethod.valueOf(call.method())).setFollowRedirects(false);
    options.setConnectTimeout(deadlines.connectMs());
    call.headers().asList().forEach(header -> options.addHeader(header.name(), header.value()));
    return options;
  }
}
