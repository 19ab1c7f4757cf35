package io.github.danmuhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.log.EventLog;
import io.github.danmuhub.page.Pages;
import io.github.danmuhub.stream.EventStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The pages at the doors of a hub that asks for a token. */
@TestInstance(Lifecycle.PER_CLASS)
class PageDoorsTest {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>");
  private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

  private final Path dir;
  private Hub hub;

  PageDoorsTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeAll
  void start() throws Exception {
    EventLog log = EventLog.inMemory(1, 1 << 20);
    hub = Hub.start(Hub.guarded(), new Pages(new EventStream(), () -> log, dir, List.of()).doors());
  }

  @AfterAll
  void stop() {
    hub.close();
  }

  private static String policy(HttpResponse<String> page) {
    return page.headers().firstValue("content-security-policy").orElseThrow();
  }

  @Test
  void theDashboardIsAtTheRootAndNeedsNoTokenUntilItAsksForMore() throws Exception {
    HttpResponse<String> page = hub.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(page.body()).contains("pages/dashboard.js");
    assertThat(hub.get("/api/rooms").statusCode()).isEqualTo(401);
  }

  @Test
  void thePolicyAllowsTheImportMapAndNoOtherScriptInThePage() throws Exception {
    HttpResponse<String> page = hub.get("/");
    Matcher map = IMPORT_MAP.matcher(page.body());
    assertThat(map.find()).isTrue();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(UTF_8));
    assertThat(policy(page))
        .contains("default-src 'self'", "frame-ancestors 'none'", "style-src 'self';")
        .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';");
  }

  /** OBS brings styles of its user's; the settings show an overlay in a frame. */
  @Test
  void anOverlayTakesStylesAndAFrameOfOurs() throws Exception {
    assertThat(policy(hub.get("/overlay/chat")))
        .contains("style-src 'self' 'unsafe-inline'", "frame-ancestors 'self'");
  }

  @Test
  void whatAPageLoadsMayBeKeptForEverAndAnotherBuildsIsNotThere() throws Exception {
    List<String> assets =
        ASSET.matcher(hub.get("/").body()).results().map(found -> found.group(1)).toList();
    assertThat(assets).hasSizeGreaterThan(5);
    for (String path : assets) {
      HttpResponse<String> asset = hub.get(path);
      assertThat(asset.statusCode()).as(path).isEqualTo(200);
      assertThat(asset.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
      assertThat(hub.get(path.replaceFirst("/assets/\\w+/", "/assets/000000000000/")).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void aPageLearnsThatTheHubIsAnotherBuild() throws Exception {
    Matcher build = Pattern.compile("data-build=\"(\\w+)\"").matcher(hub.get("/").body());
    assertThat(build.find()).isTrue();
    assertThat(hub.get("/page/build").body()).contains("\"build\":\"" + build.group(1) + "\"");
  }

  @Test
  void nothingBesideTheAssetsIsReachedThroughThem() throws Exception {
    String assets = ASSET.matcher(hub.get("/").body()).results().findFirst().orElseThrow().group(1);
    String folder = assets.substring(0, assets.lastIndexOf('/') + 1);
    for (String path : List.of("../server/openapi.json", "%2e%2e/logback.xml", "Pages.class", "")) {
      assertThat(hub.get(folder + path).statusCode()).as(path).isIn(401, 404);
    }
  }
}
