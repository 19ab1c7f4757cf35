package io.github.danmuhub.rpc.tab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A site whose policy lets its pages reach nothing but itself. */
public final class StrictPage implements AutoCloseable {
  private static final byte[] PAGE = "<!doctype html><title>strict</title>".getBytes(UTF_8);

  private final HttpServer server;

  public StrictPage() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
          exchange.getResponseHeaders().set("content-security-policy", "default-src 'self'");
          exchange.sendResponseHeaders(200, PAGE.length);
          exchange.getResponseBody().write(PAGE);
          exchange.close();
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
