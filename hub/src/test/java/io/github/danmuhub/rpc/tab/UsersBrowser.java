package io.github.danmuhub.rpc.tab;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.danmuhub.browser.Browser;
import io.github.danmuhub.browser.BrowserOptions;
import io.github.danmuhub.browser.Page;
import io.github.danmuhub.rpc.PageClient;
import io.github.danmuhub.server.Hub;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium that is not the hub's, or the hub's as a person finds it. */
record UsersBrowser(Browser browser, Path profiles) implements AutoCloseable {
  static UsersBrowser launch(Path profiles) throws Exception {
    BrowserOptions options = BrowserOptions.LAUNCH.keepingProfilesIn(profiles);
    return new UsersBrowser(Browser.start(options, line -> {}), profiles);
  }

  /** The one that was launched with a profile there, seen by another way. */
  static UsersBrowser beside(Path profiles) throws Exception {
    return new UsersBrowser(Browser.start(attaching(profiles), line -> {}), profiles);
  }

  private static BrowserOptions attaching(Path profiles) throws Exception {
    return BrowserOptions.LAUNCH.attaching(profile(profiles).toString());
  }

  private static Path profile(Path profiles) throws Exception {
    try (Stream<Path> all = Files.list(profiles)) {
      return all.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  /** How the hub attaches to it. */
  BrowserOptions attaching() throws Exception {
    return attaching(profiles);
  }

  Page open(String url) throws Exception {
    Page page = get(browser.newPage());
    get(page.navigate(URI.create(url)));
    return page;
  }

  Page find(String url) throws Exception {
    return get(browser.findPage(url));
  }

  /** The addresses of all its tabs. */
  List<String> tabs() throws Exception {
    List<String> urls = new ArrayList<>();
    URI list = URI.create("http://127.0.0.1:" + port() + "/json/list");
    HttpRequest request = HttpRequest.newBuilder(list).build();
    String answer = Hub.HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    for (JsonNode each : PageClient.read(answer)) {
      if (each.path("type").asText().equals("page")) {
        urls.add(each.path("url").asText());
      }
    }
    return urls;
  }

  private String port() throws Exception {
    return Files.readAllLines(profile(profiles).resolve("DevToolsActivePort")).get(0);
  }

  static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    browser.close();
  }
}
