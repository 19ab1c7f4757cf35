package io.github.danmuhub.rpc.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.danmuhub.server.door.Door;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What a page runs to be called: the client, alone and in a userscript that a user fills in. */
public final class Scripts {
  private static final String CLIENT = read("client.js");
  private static final String USERSCRIPT =
      read("userscript.head.js") + CLIENT + read("userscript.tail.js");

  private Scripts() {}

  /** The same for everybody, so without a token. */
  public static List<Door> doors() {
    return List.of(
        Door.get("/rpc/client.js", context -> send(context, CLIENT)).withoutToken(),
        Door.get("/rpc/userscript.js", context -> send(context, USERSCRIPT)).withoutToken());
  }

  private static void send(RoutingContext context, String script) {
    context
        .response()
        .putHeader("content-type", "text/javascript; charset=utf-8")
        .putHeader("cache-control", "no-cache")
        .end(script);
  }

  private static String read(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing in the jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
