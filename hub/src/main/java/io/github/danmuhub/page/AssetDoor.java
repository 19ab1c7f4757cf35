package io.github.danmuhub.page;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * {@code /assets/BUILD/…}: what pages load. An address never means other bytes, so browsers keep
 * them; that of another build is not there.
 */
record AssetDoor(Assets assets) {
  /** A part of a path takes no slash, so each depth is a door. */
  static final List<String> PATHS =
      List.of(
          "/assets/{build}/{file}",
          "/assets/{build}/{folder}/{file}",
          "/assets/{build}/{folder}/{library}/{file}",
          "/assets/{build}/{folder}/{library}/{sub}/{file}");

  private static final int NOT_FOUND = 404;

  void handle(RoutingContext context) {
    String path = context.normalizedPath();
    String prefix = assets.path("");
    Asset asset = path.startsWith(prefix) ? assets.find(path.substring(prefix.length())) : null;
    if (asset == null) {
      context.fail(NOT_FOUND);
    } else {
      context.response().putHeader("cache-control", "public, max-age=31536000, immutable");
      send(context, asset);
    }
  }

  /** One that has an address of its own, which must stay. */
  void icon(RoutingContext context) {
    Asset icon = assets.find("icon.svg");
    if (icon == null) {
      context.fail(NOT_FOUND);
    } else {
      send(context, icon);
    }
  }

  private static void send(RoutingContext context, Asset asset) {
    HttpServerResponse response = context.response();
    response.putHeader("content-type", asset.contentType()).putHeader("vary", "accept-encoding");
    String accepted = context.request().getHeader("accept-encoding");
    if (accepted != null && accepted.contains("gzip")) {
      response.putHeader("content-encoding", "gzip").end(asset.gzip());
    } else {
      response.end(asset.bytes());
    }
  }
}
