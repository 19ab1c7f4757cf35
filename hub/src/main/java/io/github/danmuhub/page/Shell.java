package io.github.danmuhub.page;

import io.github.danmuhub.page.Page.Ground;
import io.github.danmuhub.server.door.Door;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The HTML of a page: what it loads, and no more. Never kept by browsers, so that a page of an
 * earlier build is gone as soon as it is loaded anew.
 */
final class Shell {
  private static final Map<Ground, String> POLICY =
      Map.of(
          Ground.WINDOW,
          "style-src 'self'; frame-ancestors 'none'",
          // OBS puts its user's styles into a <style>; the settings show overlays in a frame;
          // avatars and emotes come from the platforms, pictures and sounds from a rule's author
          Ground.SCENE,
          "style-src 'self' 'unsafe-inline'; img-src 'self' https: data:;"
              + " media-src 'self' https: data:; frame-ancestors 'self'");

  private final Buffer html;
  private final String policy;

  private Shell(Buffer html, String policy) {
    this.html = html;
    this.policy = policy;
  }

  static Shell of(Page page, Assets assets, List<Door> others) {
    ImportMap map = ImportMap.of(assets);
    String html =
        """
        <!doctype html>
        <html lang="en" data-build="%s" data-ground="%s" data-doors="%s">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Danmu Hub</title>
        <link rel="icon" href="%s">
        <link rel="stylesheet" href="%s">
        <script src="%s"></script>
        <script type="importmap">%s</script>
        %s
        <script type="module" src="%s"></script>
        """
            .formatted(
                assets.build(),
                page.ground().name().toLowerCase(Locale.ROOT),
                names(others),
                assets.path("icon.svg"),
                assets.path("tokens.css"),
                assets.path("boot.js"),
                map.json(),
                preloads(page, assets),
                assets.path(page.module()));
    return new Shell(Buffer.buffer(html), policy(page, map));
  }

  /** A page need not ask for a door to learn that it is not there. */
  private static String names(List<Door> others) {
    return others.stream()
        .map(Door::path)
        .filter(path -> path.matches("/api/\\w+"))
        .map(path -> path.substring("/api/".length()))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** What the module will import, so that a browser need not read one to know of the next. */
  private static String preloads(Page page, Assets assets) {
    return Imports.of(page.module(), assets).stream()
        .map(name -> "<link rel=\"modulepreload\" href=\"" + assets.path(name) + "\">")
        .collect(Collectors.joining("\n"));
  }

  private static String policy(Page page, ImportMap map) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self' " + map.hash(),
        "base-uri 'none'",
        "form-action 'self'",
        POLICY.get(page.ground()));
  }

  void send(RoutingContext context) {
    context
        .response()
        .putHeader("content-type", "text/html; charset=utf-8")
        .putHeader("content-security-policy", policy)
        .putHeader("cache-control", "no-store")
        .end(html);
  }
}
