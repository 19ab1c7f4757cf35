package io.github.danmuhub.device.toy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.danmuhub.device.protocol.Report.Tick;
import io.github.danmuhub.server.door.Documents;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletionException;

/**
 * What the simulated toy looks like, on 127.0.0.1: the page, how it stands twenty times a second
 * (SSE), and a stop button as a real toy has one. A page that does not read is not written to.
 */
public final class ToyPage implements AutoCloseable {
  private static final long EVERY_MS = 50;
  private static final int FORBIDDEN = 403;
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final Vertx vertx;
  private final Toy toy;
  private final HttpServer server;

  private ToyPage(Vertx vertx, Toy toy, int port) {
    this.vertx = vertx;
    this.toy = toy;
    Router router = Router.router(vertx);
    router.route().handler(ToyPage::gate);
    router.get("/").handler(file("toy.html", "text/html; charset=utf-8"));
    router.get("/toy.css").handler(file("toy.css", "text/css; charset=utf-8"));
    router.get("/favicon.ico").handler(file("paw.svg", "image/svg+xml"));
    for (String module : new String[] {"toy.js", "room.js", "cat.js", "words.js"}) {
      router.get("/" + module).handler(file(module, SCRIPT));
    }
    router.get("/pose").handler(this::pose);
    router.post("/stop").handler(this::stop);
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
            .requestHandler(router);
  }

  /**
   * Opens it; blocks until it is open.
   *
   * @param port 0 picks a free one
   */
  public static ToyPage open(Toy toy, int port) throws IOException {
    Vertx vertx = Vertx.vertx();
    ToyPage page = new ToyPage(vertx, toy, port);
    try {
      page.server.listen().toCompletionStage().toCompletableFuture().join();
      return page;
    } catch (CompletionException e) {
      var unused = vertx.close();
      throw new IOException("port " + port + " is taken: choose another --port", e);
    }
  }

  /** Where a browser on this machine finds it. */
  public String uri() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  private static Handler<RoutingContext> file(String name, String contentType) {
    return Documents.file(ToyPage.class, name, contentType);
  }

  /** Only pages of its own, by an address of this machine: no other may press the button. */
  private static void gate(RoutingContext context) {
    String host = requireNonNull(context.request().authority()).host();
    String origin = context.request().getHeader("origin");
    boolean own = origin == null || origin.equals("http://" + context.request().authority());
    if (own && (host.equals("127.0.0.1") || host.equals("localhost"))) {
      context.next();
    } else {
      context.response().setStatusCode(FORBIDDEN).end("this page is for this machine alone\n");
    }
  }

  private void pose(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("content-type", "text/event-stream").putHeader("cache-control", "no-store");
    response.setChunked(true);
    long timer = vertx.setPeriodic(0, EVERY_MS, due -> tell(response));
    response.closeHandler(closed -> vertx.cancelTimer(timer));
  }

  private void tell(HttpServerResponse response) {
    if (!response.closed() && !response.writeQueueFull()) {
      response.write("data: " + json(toy.state()) + "\n\n");
    }
  }

  private static ObjectNode json(Tick tick) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("tick", tick.tick());
    json.put("state", tick.state().name().toLowerCase(Locale.ROOT)).put("hub", tick.hub());
    json.put("lit", tick.pose().lit());
    json.put("pan", tick.pose().pan()).put("tilt", tick.pose().tilt());
    return json.put("ball", tick.pose().ball()).put("wand", tick.pose().wand());
  }

  private void stop(RoutingContext context) {
    toy.order("stop button");
    context.end();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
