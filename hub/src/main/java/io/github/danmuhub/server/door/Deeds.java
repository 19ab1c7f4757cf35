package io.github.danmuhub.server.door;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Doors that do something though they are only opened, as keys and older programs do it. The gate
 * lets a foreign page lead its visitor here, which a link does, and a frame: what acts does not.
 */
public final class Deeds {
  private static final int FORBIDDEN = 403;

  private Deeds() {}

  /** The same, where no page of others leads to it. */
  public static Handler<RoutingContext> notByForeignPages(Handler<RoutingContext> deed) {
    return context -> {
      String site = context.request().getHeader("sec-fetch-site");
      if (site == null || site.equals("none") || site.equals("same-origin")) {
        deed.handle(context);
      } else {
        Refusal.send(context, FORBIDDEN, "foreign-origin", "pages of others may not do this");
      }
    };
  }
}
